// The demo shop's knowledge base, known faults and warranties: the articles are the Markdown files beside this one.
import { readdirSync, readFileSync } from 'node:fs';
import { readArticle, type StoredArticle, type StoredBug, type StoredWarranty } from './support.ts';

const ARTICLES = new URL('./articles/', import.meta.url);

export interface DemoSupport {
  articles: StoredArticle[];
  bugs: StoredBug[];
  warranties: StoredWarranty[];
}

export function makeDemoSupport(): DemoSupport {
  return { articles: readDemoArticles(), bugs: BUGS.map(makeBug), warranties: WARRANTIES };
}

function readDemoArticles(): StoredArticle[] {
  const names = readdirSync(ARTICLES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return names
    .map((name) => readArticle(readFileSync(new URL(name.replaceAll('\\', '/'), ARTICLES), 'utf8'), name))
    .sort((one, other) => one._id.localeCompare(other._id));
}

type DemoBug = Omit<StoredBug, '_id' | 'reports' | 'told'>;

const BUGS: DemoBug[] = [
  {
    product: 'headphones',
    symptom: 'no-connection',
    state: 'in progress',
    signs: ['update', 'updated', 'updating', 'firmware', 'actualiz', 'mise à jour', 'aktualisi'],
    workaround: 'forget-pairing',
    fixedIn: '2.5',
  },
  {
    product: 'watch',
    symptom: 'sync',
    state: 'confirmed',
    signs: ['android'],
    workaround: 'sync-watch',
  },
  {
    product: 'app',
    symptom: 'crash',
    state: 'in progress',
    signs: ['dark mode', 'iphone', 'ios', 'modo oscuro', 'mode sombre', 'dunkelmodus'],
    workaround: 'reinstall-app',
    fixedIn: '7.2',
  },
  { product: 'camera', symptom: 'storage', state: 'fixed', signs: ['video', '256', 'vídeo', 'vidéo'], fixedIn: '3.1' },
  {
    product: 'website',
    symptom: 'page',
    state: 'in progress',
    signs: ['gift card', 'voucher', 'tarjeta regalo', 'carte cadeau', 'gutschein'],
    workaround: 'other-browser',
  },
  {
    product: 'speaker',
    symptom: 'no-sound',
    state: 'confirmed',
    signs: ['stereo', 'two speakers', 'estéreo', 'stéréo', 'zwei lautsprecher'],
    workaround: 'factory-reset',
  },
  {
    product: 'keyboard',
    symptom: 'buttons',
    state: 'confirmed',
    signs: ['tablet', 'f1', 'tableta', 'tablette'],
    workaround: 'move-receiver',
  },
];

function makeBug(bug: DemoBug, at: number): StoredBug {
  return { _id: `BUG-${2041 + at}`, ...bug, reports: [], told: [] };
}

const WARRANTIES: StoredWarranty[] = [
  ...['headphones', 'speaker', 'keyboard', 'lamp', 'kettle', 'camera', 'watch', 'charger'].map((kind) => ({
    _id: kind,
    months: 24,
  })),
  { _id: 'backpack', months: 60 },
  { _id: 'blanket', months: 12 },
];
