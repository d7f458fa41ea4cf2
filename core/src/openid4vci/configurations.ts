/** What can be asked for, by credential configuration id; each is also a scope of the same name. */
export const CREDENTIAL_CONFIGURATIONS = {
  'ikd-sd-jwt': { format: 'dc+sd-jwt' },
  'ikd-mdoc': { format: 'mso_mdoc' },
} as const satisfies Record<string, { readonly format: 'dc+sd-jwt' | 'mso_mdoc' }>;

export type ConfigurationId = keyof typeof CREDENTIAL_CONFIGURATIONS;

export const CONFIGURATION_IDS = Object.keys(CREDENTIAL_CONFIGURATIONS) as readonly ConfigurationId[];

export const isConfigurationId = (value: unknown): value is ConfigurationId =>
  typeof value === 'string' && Object.hasOwn(CREDENTIAL_CONFIGURATIONS, value);

/**
 * Names the one dataset that a resident has for a configuration (`credential_identifiers`, OpenID4VCI section 6.2):
 * an IKD says the same in every copy.
 */
export const credentialIdentifierOf = (configuration: ConfigurationId): string => `${configuration}#ikd`;

export const configurationOfIdentifier = (identifier: string): ConfigurationId | undefined =>
  CONFIGURATION_IDS.find((configuration) => credentialIdentifierOf(configuration) === identifier);

/** How many copies one credential request may ask for, each bound to a key of its own. */
export const BATCH_SIZE = 20;
