// Which posts are there: by state and words, both kept in the address; the newest change first.
import { PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { useLingui } from '@lingui/react'
import { Button, Input, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { type PostRow, usePosts } from '@/features/post/use-posts'
import { POST_STATES, wordState } from '@/features/post/words'
import { mintId } from '@/platform/mint'
import { useAddress } from './Address'
import { DeskMore } from './DeskMore'
import { PostTable } from './PostTable'
import { DeskEmpty, DeskFailed, DeskLoading } from './States'
import { UnsavedList } from './UnsavedList'

const TYPING_MS = 300

const isMatch = (row: PostRow, state: string, words: string): boolean =>
  (state === '' || row.state === state) &&
  [row.title, row.text, row.column].some((text) => text.toLowerCase().includes(words.trim().toLowerCase()))

/** The search box follows the address, and the address follows it once typing rests. */
const useSearch = () => {
  const { address, go } = useAddress()
  const inAddress = address.q ?? ''
  const [words, setWords] = useState(inAddress)
  useEffect(() => setWords(inAddress), [inAddress])
  useEffect(() => {
    if (words === inAddress) return
    const timer = setTimeout(() => go({ q: words }, 'replace'), TYPING_MS)
    return () => clearTimeout(timer)
  }, [words, inAddress, go])
  return { words, setWords }
}

export function PostList() {
  const { i18n } = useLingui()
  const { address, go } = useAddress()
  const { words, setWords } = useSearch()
  const posts = usePosts()
  const { rows, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = posts
  const state = address.state ?? ''
  const filtered = state !== '' || words.trim() !== ''
  const shown = useMemo(() => rows.filter((row) => isMatch(row, state, words)), [rows, state, words])
  useEffect(() => {
    // a filter looks through everything, not only through what happens to be loaded
    if (filtered && hasNextPage && !isFetchingNextPage && !error) void fetchNextPage()
  }, [filtered, hasNextPage, isFetchingNextPage, error, fetchNextPage])

  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go({ post: mintId(), new: '1' })}>
      {i18n._('新建内容')}
    </Button>
  )
  const states = [{ value: '', label: i18n._('全部状态') }].concat(
    POST_STATES.map((value) => ({ value, label: wordState(i18n, value) })),
  )
  return (
    <section className="desk-list">
      <div className="desk-head">
        <h1 className="desk-title">{i18n._('内容')}</h1>
        {create}
      </div>
      <UnsavedList />
      <div className="desk-filters">
        <Input
          id="post-search"
          className="desk-search"
          prefix={<SearchOutlined />}
          aria-label={i18n._('搜内容')}
          placeholder={i18n._('标题、文案或栏目')}
          allowClear
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Select
          id="post-state"
          aria-label={i18n._('状态')}
          value={state}
          options={states}
          onChange={(value) => go({ state: value }, 'replace')}
        />
      </div>
      {error && rows.length === 0 ? (
        <DeskFailed error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <DeskLoading />
      ) : shown.length > 0 ? (
        <PostTable rows={shown} />
      ) : filtered && !hasNextPage ? (
        <DeskEmpty title={i18n._('没有这样的内容')} hint={i18n._('换个词，或看全部状态')}>
          <Button onClick={() => go({ q: '', state: '' }, 'replace')}>{i18n._('看全部')}</Button>
        </DeskEmpty>
      ) : filtered ? (
        <DeskLoading />
      ) : (
        <DeskEmpty title={i18n._('还没有内容')} hint={i18n._('写第一条：一段朋友圈文案，几张图，一篇长文')}>
          {create}
        </DeskEmpty>
      )}
      {shown.length > 0 && <DeskMore of={posts} />}
    </section>
  )
}
