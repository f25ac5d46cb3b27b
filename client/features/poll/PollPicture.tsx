// How did the shared view form? Shares of each option, day by day, with a sentence that says it and the numbers behind it.
import { useLingui } from '@lingui/react'
import type { SeenPoll } from '@shared/contracts/poll'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { currentLang } from '@/platform/lang'
import { describe } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { letterOf, type Picture, shareOf, wordStep, wordStory } from './poll-words'
import './poll.scss'

type Options = SeenPoll['poll']['options']

/** A layer as low as this has no room for its letter, in hundredths. */
const LETTER_FROM = 12

function Stack({ picture, story }: { picture: Picture; story: string }) {
  const { steps } = picture
  const [first, last] = [steps[0], steps[steps.length - 1]]
  return (
    <View>
      <View className="poll-stack" {...describe('img', story)}>
        {steps.map(({ day, by }) => (
          <View className="poll-column" key={day}>
            {by.map((n, option) => (
              <View
                className={`poll-layer poll-tone-${option}`}
                key={letterOf(option)}
                style={{ height: `${shareOf(n, by)}%` }}
              >
                {day === last?.day && shareOf(n, by) >= LETTER_FROM && (
                  <Text className="poll-letter">{letterOf(option)}</Text>
                )}
              </View>
            ))}
          </View>
        ))}
      </View>
      <View className="poll-ends">
        <Text>{first && steps.length > 1 ? wordStep(first.day, currentLang()) : ''}</Text>
        <Text>{last ? wordStep(last.day, currentLang()) : ''}</Text>
      </View>
    </View>
  )
}

function Shares({ by, options }: { by: readonly number[]; options: Options }) {
  const { i18n } = useLingui()
  return (
    <View className="poll-shares">
      {options.map(({ id, text }, option) => {
        const n = by[option] ?? 0
        return (
          <View className="poll-share" key={id}>
            <Text className={`poll-swatch poll-tone-${option}`}>{letterOf(option)}</Text>
            <Text className="poll-option">{text}</Text>
            <Text className="poll-number">{i18n._('{n} 位 · {share}%', { n, share: shareOf(n, by) })}</Text>
          </View>
        )
      })}
    </View>
  )
}

function Days({ steps, options }: Pick<Picture, 'steps'> & { options: Options }) {
  return (
    <View className="poll-table">
      {steps.map(({ day, by }) => (
        <View className="poll-row" key={day}>
          <Text className="poll-day">{wordStep(day, currentLang())}</Text>
          <Text className="poll-cells">
            {options.map(({ text }, option) => `${text} ${by[option] ?? 0}`).join(' · ')}
          </Text>
        </View>
      ))}
    </View>
  )
}

function Why({ reasons, options }: Pick<Picture, 'reasons'> & { options: Options }) {
  const { i18n } = useLingui()
  if (reasons.length === 0) return null
  return (
    <View className="poll-why">
      <Text className="poll-note">{i18n._('有人这样说（不署名）')}</Text>
      {reasons.map(({ option, text }) => (
        <Text className="poll-reason" key={`${option} ${text}`}>
          {i18n._('{option}：“{text}”', { option: options[option]?.text ?? '', text })}
        </Text>
      ))}
    </View>
  )
}

/** The same for everybody who may look, also before she says anything herself. */
export function PollPicture({ seen }: { seen: Pick<SeenPoll, 'poll' | 'picture' | 'isWaiting'> }) {
  const { i18n } = useLingui()
  const [asTable, setAsTable] = useState(false)
  const { picture, isWaiting, poll } = seen
  const { options } = poll
  if (!picture) return <Text className="poll-note">{i18n._('还不到 5 位，人太少先不画')}</Text>
  const story = wordStory(picture, options, i18n)
  return (
    <View className="poll-picture">
      <Text className="poll-story">{story}</Text>
      <Stack picture={picture} story={story} />
      <Shares by={picture.steps[picture.steps.length - 1]?.by ?? []} options={options} />
      {asTable && <Days steps={picture.steps} options={options} />}
      <View className="poll-foot">
        <Text className="poll-note">{i18n._('共 {n} 位', { n: picture.voices })}</Text>
        <Button kind="quiet" small onTap={() => setAsTable(!asTable)}>
          {asTable ? i18n._('收起每天') : i18n._('看每天')}
        </Button>
      </View>
      {isWaiting && (
        <Text className="poll-note">
          {poll.state === 'open' ? i18n._('又有人说了，满 5 位一起画进来') : i18n._('最后来的几位太少，没有单独画进来')}
        </Text>
      )}
      <Why reasons={picture.reasons} options={options} />
    </View>
  )
}
