// Where the page begins.
import { showPage } from '../look/page.tsx';
import './playground.css';
import { Playground } from './playground.tsx';

showPage(<Playground />);
