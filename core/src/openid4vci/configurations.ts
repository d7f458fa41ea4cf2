/** What can be asked for, by credential configuration id; each is also a scope of the same name. */
export const CREDENTIAL_CONFIGURATIONS = {
  'ikd-sd-jwt': { format: 'dc+sd-jwt', card: 'ikd' },
  'ikd-mdoc': { format: 'mso_mdoc', card: 'ikd' },
  'kk-sd-jwt': { format: 'dc+sd-jwt', card: 'kk' },
  'kia-sd-jwt': { format: 'dc+sd-jwt', card: 'kia' },
} as const satisfies Record<
  string,
  { readonly format: 'dc+sd-jwt' | 'mso_mdoc'; readonly card: 'ikd' | 'kk' | 'kia' }
>;

export type ConfigurationId = keyof typeof CREDENTIAL_CONFIGURATIONS;

export const CONFIGURATION_IDS = Object.keys(CREDENTIAL_CONFIGURATIONS) as readonly ConfigurationId[];
const isOfIkd = (id: ConfigurationId): boolean => CREDENTIAL_CONFIGURATIONS[id].card === 'ikd';
/** The resident's own identity; and what the family has: its card, and the KIA of the children. */
export const IKD_CONFIGURATIONS = CONFIGURATION_IDS.filter(isOfIkd);
export const FAMILY_CONFIGURATIONS = CONFIGURATION_IDS.filter((id) => !isOfIkd(id));

export const isConfigurationId = (value: unknown): value is ConfigurationId =>
  typeof value === 'string' && Object.hasOwn(CREDENTIAL_CONFIGURATIONS, value);

/** Whether one resident may have several of it, so that the configuration alone does not say which. */
export const hasSeveral = (configuration: ConfigurationId): boolean =>
  CREDENTIAL_CONFIGURATIONS[configuration].card === 'kia';

/**
 * Names one dataset of a configuration (`credential_identifiers`, OpenID4VCI section 6.2). An IKD and a family card say
 * the same in every copy; of the KIA there is one for each child.
 * @param dataset which one, where there are several: letters, digits, `-` and `_`
 */
export const credentialIdentifierOf = (
  configuration: ConfigurationId,
  dataset: string = CREDENTIAL_CONFIGURATIONS[configuration].card,
): string => `${configuration}#${dataset}`;

export function configurationOfIdentifier(identifier: string): ConfigurationId | undefined {
  const [configuration, dataset] = identifier.split('#');
  if (!isConfigurationId(configuration) || !dataset) return undefined;
  const isOnlyOne = identifier === credentialIdentifierOf(configuration);
  return isOnlyOne !== hasSeveral(configuration) ? configuration : undefined;
}

/** How many copies one credential request may ask for, each bound to a key of its own. */
export const BATCH_SIZE = 20;
