/** Stands in for Atlassian's feature-gate client (webpack and jest alias): every gate is off and nothing is fetched. */
const FeatureGates = {
  checkGate: (_name: string): boolean => false,
  getExperimentValue: <T>(_experiment: string, _parameter: string, fallback: T): T => fallback,
  initializeCalled: (): boolean => false,
  initializeCompleted: (): boolean => false,
}

// The aliased module has a default export, so this file must have one too.
export default FeatureGates
