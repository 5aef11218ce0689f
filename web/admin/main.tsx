// Where the page begins.
import { showPage } from '../look/page.tsx';
import './admin.css';
import './look/look.css';
import { Admin } from './admin.tsx';

showPage(<Admin />);
