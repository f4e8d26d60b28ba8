/** The situations of the contract, with their names. */
import { t } from './i18n.js';

export const situations = () =>
  ['3e', 'terminale', 'high-school-course', 'higher-education', 'public-service', 'other'].map((value) => ({
    value,
    label: t(`situation.${value}`),
  }));
