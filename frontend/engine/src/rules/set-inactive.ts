import type { Directory, Principal } from '../ports/directory'

/** Switches a target user off and leaves his other fields as they are. Gives him as he then is. */
export function setInactive(target: Directory, principal: Principal): Principal {
  const { name, email, firstName, lastName, displayName } = principal
  target.updatePrincipal({ name, active: false, email, firstName, lastName, displayName })
  return { ...principal, active: false }
}
