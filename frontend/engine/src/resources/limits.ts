import type { CrowdField } from '@settings'
import { lengthInCrowd, longestInCrowd } from '../patch/read-simple'
import { invalidValue, shown } from '../scim-error'

const places: Readonly<Record<CrowdField, string>> = {
  email: 'emails',
  firstName: 'name.givenName',
  lastName: 'name.familyName',
  displayName: 'displayName',
}

/** Throws invalidValue where Crowd would store a field short that was joined from several parts. */
export function checkFields(fields: Readonly<Record<CrowdField, string>>): void {
  for (const field of Object.keys(places) as CrowdField[]) {
    const length = lengthInCrowd(fields[field])
    if (length > longestInCrowd)
      throw invalidValue(
        places[field],
        `must have at most ${longestInCrowd} characters, has ${length} (found ${shown(fields[field])})`,
      )
  }
}
