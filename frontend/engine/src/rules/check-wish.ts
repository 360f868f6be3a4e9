import { lengthInCrowd, longestInCrowd } from '../patch/read-simple'
import { invalidValue, shown } from '../scim-error'
import type { UserWish, WishedText } from './user-wish'

/** Throws invalidValue where Crowd would store a part of the wish short, or the user name rule leaves no name. */
export function checkWish(wish: UserWish): void {
  if (wish.name.value === '')
    throw invalidValue('userName', 'the user name rule leaves nothing of it')
  checkText('userName', 'the user name', wish.name)
  checkText('emails', 'the e-mail', wish.email)
  checkText('name.givenName', 'the first name', wish.firstName)
  checkText('name.familyName', 'the last name', wish.lastName)
  checkText('displayName', 'the full name', wish.displayName)
  for (const { name, wished } of wish.attributes) checkText(name, 'attribute ' + name, wished)
}

function checkText(place: string, what: string, { value, from }: WishedText): void {
  if (value === undefined || lengthInCrowd(value) <= longestInCrowd) return
  throw invalidValue(
    from ?? place,
    `gives ${what} more than ${longestInCrowd} characters, ${lengthInCrowd(value)} (found ${shown(value)})`,
  )
}
