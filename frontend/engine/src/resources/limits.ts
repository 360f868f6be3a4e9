import type { MappedField } from '../mapping/attribute-mapping'
import { invisible, lengthInCrowd } from '../patch/read-simple'
import { invalidValue, shown } from '../scim-error'

/** Crowd keeps 255 characters of a name or field and drops the rest without a word. */
const LONGEST = 255

/** A user name or group name as we store it: trimmed. Throws invalidValue for what Crowd would refuse or cut. */
export function readName(place: 'userName' | 'displayName', value: string): string {
  const name = value.trim()
  if (name === '') throw invalidValue(place, 'must not be blank')
  if (lengthInCrowd(name) > LONGEST) throw invalidValue(place, 'is longer than 255 characters')
  if (/[\x00-\x1f\x7f]/.test(name)) throw invalidValue(place, 'holds a control character')
  if (invisible.test(name))
    throw invalidValue(place, 'holds an invisible character: ' + shown(name))
  return name
}

const places: Readonly<Record<MappedField, string>> = {
  email: 'emails',
  firstName: 'name.givenName',
  lastName: 'name.familyName',
  displayName: 'displayName',
}

/** Throws invalidValue where Crowd would store a field short. */
export function checkFields(fields: Readonly<Record<MappedField, string>>): void {
  for (const field of Object.keys(places) as MappedField[]) {
    if (lengthInCrowd(fields[field]) > LONGEST) {
      throw invalidValue(places[field], 'is longer than 255 characters')
    }
  }
}
