// The customer reads what her adviser sent: the article at once, without sign-in and without anything in front of it.
import { useState } from 'react'
import { pageParams } from '@/platform/nav'
import { Bare } from './_parts/Bare'
import { Opened } from './_parts/Opened'
import { readTarget } from './_parts/target'
import './index.scss'

export default function Read() {
  const [target] = useState(() => readTarget(pageParams()))
  return target === null ? <Bare /> : <Opened target={target} />
}
