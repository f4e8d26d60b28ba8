import { t } from '../js/i18n.js';
import { notFound, openPage } from '../js/page.js';

openPage({ title: t('notFound.title') }).show(notFound());
