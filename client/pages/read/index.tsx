// The customer reads what her adviser sent: the article at once, without sign-in and without anything in front of it.
import { useState } from 'react'
import { pageParams } from '@/platform/nav'
import { Bare } from './_parts/Bare'
import { Opened } from './_parts/Opened'
import { readTarget } from './_parts/target'
import './index.scss'

const targetOfPage = () => {
  try {
    return readTarget(pageParams())
  } catch {
    return null // an address that cannot be decoded
  }
}

export default function Read() {
  const [target] = useState(targetOfPage)
  return target === null ? <Bare /> : <Opened target={target} />
}
