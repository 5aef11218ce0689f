// Which of a customer's parcels may be meant, by what is said of it. Pure.

/** Where a parcel was left is asked of one that has come; what its tracking says, of one that has any. */
const LEFT =
  /\b(says?|said|shows?|marked|claims?|supposedly)\b.{0,25}\bdelivered\b|\b(stolen|stole|porch|left (it|my|the)|neighbou?rs?|opened|open|crushed|dented|torn|soaked)\b/i;
const OF_TRACKING = /\btrack(ing|ed)?\b/i;

/** Those on their way; of what was left somewhere, what has come; all of them where none fits. */
export function mayBeMeant<Order extends { status: string; trackingNumber?: unknown }>(
  orders: Order[],
  text: string,
): Order[] {
  const open = orders.filter(({ status }) => !['delivered', 'cancelled'].includes(status));
  if (LEFT.test(text)) {
    const come = orders.filter(({ status }) => status === 'delivered');
    return come.length > 0 ? come : open;
  }
  const tracked = open.filter(({ trackingNumber }) => trackingNumber);
  return OF_TRACKING.test(text) && tracked.length > 0 ? tracked : open;
}

const ALL_OF_THEM =
  /\b(they|them|all|both|each|these|those)\b.{0,20}\b(all|on time|late|there|coming|arrive\w*)\b|\bparcels\b.*\ball\b/i;

/** "Are they all on time?" asks of none in particular. */
export const asksOfAll = (text: string): boolean => ALL_OF_THEM.test(text);

const OTHER_RECORD = /\b(says?|said|shows?|marked|claims?|supposedly|changed)\b.{0,40}\bdelivered\b|\bstolen\b/i;

/** The carrier's page says otherwise than we do. */
export const saysOtherwise = (text: string): boolean => OTHER_RECORD.test(text);
