import { IKD_CLAIMS, type IkdClaim } from '@jatidiri/core/issuance/ikdClaims.ts';
import { lang } from '../../shared/i18n.ts';

/** What an attribute of an IKD is called; one of another credential stands for itself. */
export const attributeLabel = (name: string): string =>
  Object.hasOwn(IKD_CLAIMS, name) ? IKD_CLAIMS[name as IkdClaim][lang.value] : name;
