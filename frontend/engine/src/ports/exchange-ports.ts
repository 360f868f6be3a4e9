import type { ApplicationSummary, Ports } from './ports'

/** The ports as one exchange of a client sees them: what Crowd has said in it is not asked again. */
export function exchangePorts(ports: Ports): Ports {
  const { crowd } = ports
  let applications: readonly ApplicationSummary[] | undefined
  const crowdOnce = {
    ...crowd,
    lowerCase: rememberedLowerCase(crowd.lowerCase),
    applications: () => (applications = applications ?? crowd.applications()),
  }
  return { ...ports, crowd: crowdOnce }
}

/** In no language does lower-casing change such a name, so Crowd need not be asked. */
const isLower = /^[\x00-\x40\x5b-\x7f]*$/

function rememberedLowerCase(ask: (name: string) => string): (name: string) => string {
  const known: Record<string, string> = {}
  return (name) => {
    if (isLower.test(name)) return name
    const key = '@' + name
    return (known[key] = known[key] ?? ask(name))
  }
}
