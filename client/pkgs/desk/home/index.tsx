// HQ on a phone: see what is out, write a simple post, publish or hand it in, approve, recall. The full desk is index.h5.tsx in a browser.
import '../words'
import { useState } from 'react'
import { mintId } from '@/platform/mint'
import { PhoneList } from './_parts/PhoneList'
import { PhonePost } from './_parts/PhonePost'
import { PhoneReview } from './_parts/PhoneReview'
import { PhoneReviews } from './_parts/PhoneReviews'
import { PhoneWrite } from './_parts/PhoneWrite'
import './index.scss'

type Place = { at: 'list' } | { at: 'reviews' } | { at: 'post' | 'write' | 'new' | 'review'; postId: string }

export default function DeskOnPhone() {
  const [place, setPlace] = useState<Place>({ at: 'list' })
  const toList = () => setPlace({ at: 'list' })
  if (place.at === 'list')
    return (
      <PhoneList
        onOpen={(postId) => setPlace({ at: 'post', postId })}
        onNew={() => setPlace({ at: 'new', postId: mintId() })}
        onReviews={() => setPlace({ at: 'reviews' })}
      />
    )
  const toReviews = () => setPlace({ at: 'reviews' })
  if (place.at === 'reviews')
    return <PhoneReviews onOpen={(postId) => setPlace({ at: 'review', postId })} onBack={toList} />
  const { at, postId } = place
  if (at === 'review') return <PhoneReview postId={postId} onBack={toReviews} />
  if (at === 'post')
    return <PhonePost postId={postId} onWrite={() => setPlace({ at: 'write', postId })} onBack={toList} />
  return (
    <PhoneWrite postId={postId} isNew={at === 'new'} onDone={() => setPlace({ at: 'post', postId })} onBack={toList} />
  )
}
