// What a shop decides about the looks of its chat, by attributes on the script tag. No secret lives here.

export interface Look {
  title: string;
  accent: string | undefined;
  /** Left out, the widget greets in the customer's language. */
  greeting: string | undefined;
  starters: string[] | undefined;
  /** float: a launcher in the corner · page: the whole window. */
  view: 'float' | 'page';
  /** Follows the device unless the shop's page is always one of them. */
  theme: 'auto' | 'light' | 'dark';
}
