// One offer being made: words, photos, whose they are, how to be named, and what is agreed to. Nothing is ticked beforehand.
import { useLingui } from '@lingui/react'
import { NAMED_MAX, OFFER_WORDS_MAX, PEOPLE_SHOWN } from '@shared/domain/submission'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { describe, heading } from '@/ui/a11y'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { type OfferPhotos, useOfferForm } from './use-offer-form'
import type { OwnOffer, Who } from './use-offers'
import { wordMissing, wordPeople } from './words'
import './Offer.scss'

type Form = ReturnType<typeof useOfferForm>

function Rights({ form, withPhotos }: { form: Form; withPhotos: boolean }) {
  const { i18n } = useLingui()
  const { mine, people } = form.form
  return (
    <>
      <View className="offer-ask">
        <Text className="offer-label">{i18n._('是自己拍的、自己写的吗')}</Text>
        <Choice
          options={[
            { value: 'yes', name: i18n._('都是自己的'), id: 'offer-mine' },
            { value: 'no', name: i18n._('有别人的'), id: 'offer-not-mine' },
          ]}
          chosen={mine === null ? '' : mine ? 'yes' : 'no'}
          onChange={(value) => form.change({ mine: value === 'yes' })}
        />
      </View>
      {withPhotos && (
        <View className="offer-ask">
          <Text className="offer-label">{i18n._('照片里有谁')}</Text>
          <Choice
            options={PEOPLE_SHOWN.map((value) => ({ value, name: wordPeople(i18n, value), id: `offer-${value}` }))}
            chosen={people ?? ''}
            onChange={(value) => form.change({ people: PEOPLE_SHOWN.find((one) => one === value) ?? null })}
          />
        </View>
      )}
    </>
  )
}

/** What she agrees to by sending; in plain words, before the button. */
function Terms({ form, who }: { form: Form; who: Who }) {
  const { i18n } = useLingui()
  return (
    <View className="offer-ask">
      <Text className="offer-label">{i18n._('投稿约定')}</Text>
      <Text className="offer-note">
        {i18n._(
          '总部可以把照片和话编进发给顾客的内容，可以裁剪排版，不改意思；用之前都会看一遍，不一定用上，也不付报酬',
        )}
      </Text>
      <Text className="offer-note">
        {i18n._('随时可以收回：照片和话马上删掉，已经发出的内容马上撤下，署名也一起拿掉')}
      </Text>
      {who === 'reader' && (
        <Text className="offer-note">
          {i18n._('会记下是您投的，只为了给您回话、让您收回；总部和导购都看不到您是谁，只看得到署名')}
        </Text>
      )}
      <Choice
        options={[
          { value: true, name: i18n._('同意'), id: 'offer-agree' },
          { value: false, name: i18n._('不同意'), id: 'offer-disagree' },
        ]}
        chosen={form.form.agreed}
        onChange={(agreed) => form.change({ agreed })}
      />
    </View>
  )
}

type Props = {
  who: Who
  asked: OwnOffer | null
  version: string
  photos: OfferPhotos
  onSent: (arrived: boolean) => void
  children: ReactNode // where she picks photos
}

export function OfferForm({ who, asked, version, photos, onSent, children }: Props) {
  const { i18n } = useLingui()
  const form = useOfferForm(who, { asked, version, photos }, { onSent })
  const question = asked?.questions.find(({ answeredAt }) => answeredAt === null)
  const { words, named } = form.form
  return (
    <Card className="offer-card">
      <View className="offer-head" {...heading(2)}>
        {asked ? i18n._('改一改再投') : i18n._('投一份')}
      </View>
      {question && <Text className="offer-said">{i18n._('总部说：{says}', { says: question.says })}</Text>}
      <Field
        id="offer-words"
        label={i18n._('想说的话')}
        placeholder={i18n._('怎么用的，哪里好用，有什么小窍门')}
        hint={i18n._('别写孩子的名字、生日和学校')}
        value={words}
        onChange={(value) => form.change({ words: value })}
        maxLength={OFFER_WORDS_MAX}
        lines={4}
      />
      {children}
      <Rights form={form} withPhotos={photos.taken.length > 0} />
      {!asked && (
        <Field
          id="offer-named"
          label={i18n._('怎么署名')}
          hint={i18n._('不写就是匿名')}
          value={named}
          onChange={(value) => form.change({ named: value })}
          maxLength={NAMED_MAX}
        />
      )}
      {!asked && <Terms form={form} who={who} />}
      <Text className={form.missing === 'child' ? 'offer-said' : 'offer-note'} {...describe('status')}>
        {wordMissing(i18n, form.missing)}
      </Text>
      {form.error !== '' && (
        <Text className="offer-error" {...describe('alert')}>
          {form.error}
        </Text>
      )}
      <Button id="offer-send" busy={form.busy} disabled={form.missing !== null} onTap={() => void form.send()}>
        {asked ? i18n._('再投一次') : i18n._('投给总部')}
      </Button>
    </Card>
  )
}
