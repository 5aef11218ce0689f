// How the admin page is built.
import { buildOf } from '../look/page.config.mjs';

export default buildOf('admin');
