// The tools of shipping, as one part of the registry.
import type { ShippingBackend } from '../backends/shipping.ts';
import type { ShopBackend } from '../backends/shop.ts';
import type { Tool } from '../tool.ts';
import { createExplainCustoms } from './explain-customs.ts';
import { createChangeAddressInTransit, createReportParcel } from './parcel-writes.ts';
import { createQuoteShipping } from './quote-shipping.ts';
import { createTrackParcel } from './track-parcel.ts';

export interface ShippingTools {
  quoteShipping: Tool;
  trackParcel: Tool;
  explainCustoms: Tool;
  changeAddressInTransit: Tool;
  reportParcel: Tool;
}

export function createShippingTools({
  shipping,
  shop,
}: {
  shipping: ShippingBackend;
  shop: ShopBackend;
}): ShippingTools {
  return {
    quoteShipping: createQuoteShipping(shipping) as Tool,
    trackParcel: createTrackParcel(shipping, shop) as Tool,
    explainCustoms: createExplainCustoms(shipping) as Tool,
    changeAddressInTransit: createChangeAddressInTransit(shipping, shop) as Tool,
    reportParcel: createReportParcel(shipping, shop) as Tool,
  };
}
