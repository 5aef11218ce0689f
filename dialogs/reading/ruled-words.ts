// The words of the rules of ruled-acts.ts: each pattern takes the sentence that its rule quotes, and no other act's. Pure.
export const PARCELS_WHEN =
  /\bwhen (?:do|does|will) (?:each|both|all)(?: of (?:them|those|these))? (?:come|arrive|get here|be here)\b|\b(?:two|three|four|several|both|all|my) (?:own )?(?:two |three )?(?:parcels|orders|packages|deliveries)\b(?=[\s\S]*\b(?:under ?way|(?:on|in) (?:its|the|their) way|expect|each|arrive|come)\b)[\s\S]{0,140}\b(?:when|(?:on )?(?:which|what) days?)\b|\b(?:parcels|orders|packages|deliveries)\b[\s\S]{0,90}\bwhich (?:one |of (?:them|the two|those) )?[^.?!]{0,30}\b(?:first|sooner|earlier|next)\b|\bwhich (?:parcel|order|package|delivery)\b[^.?!]{0,30}\b(?:first|sooner|earlier|next)\b/i;
export const DELIVERY_DATE =
  /\b(?:what|which|when|give|tell|confirm|know|need|like|have)\b(?![^.?!]{0,40}\bold\b)[^.?!]{0,40}\b(?:delivery|arrival) dates?\b(?! back)|^\W*(?:\w+\W+){0,6}?(?:and )?the (?:expected |estimated |exact )?(?:delivery|arrival) dates?\b[^.!]{0,30}\?|(?:^|[.!?]\s+)(?:(?:just|only|i said) )?(?:the )?delivery date\b/i;
/** "What bulb goes in the lamp?" */
export const WHAT_PART =
  /\b(?:what|which) (?:\w+ )?(?:bulbs?|batter(?:y|ies)|plug|voltage|wattage|cable|card|adapt[eo]r)\b/i;
export const WANTS_TO_KNOW = /\b(?:want|like|need|wanted) to know (?:if|whether|how|what)\b[^.?!]*/i;
/** With something on the wrist or in the ears. */
export const SWIMS = /\b(?:swim\w*|shower\w*|sauna|in the pool|go diving)\b/i;
/** "Can the other charger still be returned?" */
export const MAY_GO_BACK =
  /\b(?:would|will|do|can|could) you take (?:it|them|that|this|that one|this one|one)(?: of them)? back\b|\bcan (?:an?|the|my) (?:used |opened |worn )?\w+ (?:still )?go back\b|\b(?:can|could|may) (?:the|my|it|they|that|this|those|these)\b[^.?!]{0,60}\bbe (?:returned|sent back)\b/i;
export const REDUCES =
  /(?<!(?:\bnot|n'?t|never) )\b(?:reduce|lower|decrease) (?:the )?(?:quantity|number)\b|\b(?:only|just) one of (?:them|the two|those)\b[^.?!]*\b(?:after all|instead)\b|\b(?:remove|cancel) one of the (?:two|three|four)\b/i;
export const BANK_DAYS =
  /\bhow long\b[^.?!]{0,50}\b(?:without|for|until|till) (?:i (?:get|have) )?(?:my|the) (?:[\w$.]+ ){0,3}(?:money|dollars|refund)\b|\bhow (?:many|long)\b[^.?!]{0,60}\b(?:bank|enquiry|inquiry|refund)\b|\bwhich reference\b[^.?!]{0,40}\bbank\b/i;
export const HOW_TO_PAY = /\bhow (?:do|can) i (?:still |now )?pay\b[^.?!,]*\bagain\b/i;
export const STATE_OF_REFUND = /\b(?:status|state)\b.{0,20}\brefunds?\b/i;
export const ADDS =
  /\badd (?:\d+|one|two|three|four|five|some|another|a few|a couple of) (?:more|other|extra)?[^.?!]{0,40}\bto (?:it|my|the|that|this|ord)|\b(?:can|could|may)\b[^.?!]{0,60}\bbe added to\b/i;
export const HAVE_IN =
  /\b(?:do|did) (?:you|u)(?: guys)? (?:even |also |still )?have (?:the|a|any) [^.?!]{3,40}\bin (?:black|white|blue|red|green|small|large)\b/i;
export const AND_THING =
  /^\W*(?:(?:good|great|ok(?:ay)?|thanks|thank you|fine|perfect)\W+)*and (?:the|my) (?:\w+ )?\w+\W*\?\s*$/i;
export const SENT_SUM = /\bthe \$?\d{2,5}\b[^.?!]{0,25}\b(?:sent|refunded|transferred|paid back)\b[^.?!]*\?/i;
export const NOT_CANCELLED = /\b(?:the|my) (?:\w+ )?\w+ (?:is|are|was|were) (?:still )?not cancell?ed\b[^.?!]*\?/i;
export const FOR_NOTHING = /\bcosts? (?:me )?nothing\b|\bfor (?:free|nothing)\b/i;
export const UNTIL_WHEN =
  /\b(?:(?:until|till|by) (?:which|what) (?:date|day|time)|until when|(?:by|til) when)\b[^.?!]{0,40}\b(?:exchange|return|swap|send (?:it|them) back)\b|\bhow (?:long|many days) (?:do|would|will) (?:i|we) have (?:to (?:think|decide|exchange|return|send)|for (?:a |the )?returns?|for (?:that|this|it))\b|\b(?:deadline|how (?:long|many days)|last day)\b[^.?!]{0,20}\b(?:to|for) (?:return\w*|send\w*\b[^.?!]{0,12}\bback|giv\w+\b[^.?!]{0,12}\bback)\b|^(?=[\s\S]*\b(?:return\w*|exchange|send\w* (?:it|them|em|those|these) back)\b)[\s\S]*\bhow (?:long|many days) (?:do|would|will) (?:i|we) have\b/i;

export const RETURNS_INSTEAD =
  /\b(?:don'?t|dont|do not|not|no) (?:really )?(?:wanna|want(?: to| an?)?|to)?\s?(?:swap|exchange|another (?:colou?r|size|one))\b(?!,?\s*(?:or|nor|no)\b)[^?]{0,20}\b(?:return\b|send (?:it|them) back|my money back|refund)/i;
export const ASKS_HELP =
  /\bwhat (?:now|then)\W*$|\bwhat (?:else )?(?:(?:do|can|should|shall|could) (?:i|we)|(?:i|we) (?:can|could|should)) (?:try|do)\b|\b(?:any|some)thing (?:else )?(?:that )?(?:i|we) (?:can|could) (?:still )?try\b|\bwhat would you (?:advise|suggest|recommend)\b(?! (?:to|for)\b)|\bhow (?:do|can|could|would) (?:i|we) (?:fix|repair|mend)\b|\b(?:can|could) (?:i|we) (?:still )?(?:fix|repair|mend)\b/i;
/** All that is asked is what an order holds. */
export const OF_WHAT =
  /^\W*(?:(?:and|so|ok|thanks|thank you)\W+)*what(?:'?s| is| are)? (?:still |left |now )*in (?:the|my|that|this|yesterday'?s|today'?s) (?:last |other |new )?order(?: now| then| at the moment)?\W*$|^\W*(?:(?:and|so|ok|thanks|thank you)\W+)*what(?:'?s| is| are)? in the one (?:that|which|thats|with)\b[^.?!]*[.?!]*$/i;
export const WAITS_FOR = /\bwaiting for (?:my|our)\b[^?!]{0,80}\bwhere\b|\bdo you know where (?:my|our|they|it)\b/i;
export const CLEANS_CLOTH =
  /\b(?:clean(?:ing|ed)?|(?:what(?:'s| is) the best way to wash))\b[^.?!]{0,30}\b(?:blankets?|backpacks?)\b(?=[^.!]*\?|$)/i;
export const WHEN_HERE =
  /\bwhen (?:(?:will|do|does|are|is) )?(?:(?:the|my|those|these) (?:\w+ ){0,3}?(?:\w+s|rest|other|order|parcel|package|camera|watch|blanket)|they|it)(?: will| would| do)? (?:come|comes|coming|arrive|arrives|arriving|get here|be here|ship|ships)\b/i;
export const WHEN_GET =
  /\bwhen (?:do|will|can|am) i\b.{0,12}\b(?:get|gets?|receive|have|getting)\b.{0,20}\bmy (?!money|refund|cash|\$)\w+|(?:^|[.!?]\s+)when (?:do|will|does|are) (?:they|it)\b.{0,10}\b(?:arrive|coming|come|ship|get here|be here)\W*$/i;
export const SWAPS =
  /\b(?:want|like|need) (?:it|them|this|that|one|that one|this one) (?:swapped|exchanged|replaced)\b|\b(?:swapped|exchanged) (?:for|to|into) (?:a|an|the) \w+ (?:one|ones)\b/i;
export const TO_OFFICE =
  /\b(?:deliver(?:ed)?|sent|shipped|brought|come|go) to (?:my|our) (?:office|work\w*|job|neighbou?r\w*|parents\w*|sister\w*|brother\w*|friend\w*)\b[^.?!]{0,20}\binstead\b|\b(?:what about|how about) (?:sending|delivering|shipping) (?:it|them|that) to (?:my|our) \w+/i;
export const CAN_CANCEL =
  /\b(?:can|could|may) (?:i|we)(?: still| please| just)* cancel\b|\bcan (?:that|it|this|they|those|the (?:\w+ )?\w+)(?: still| also)* be cancell?ed\b/i;
export const WOULD_BE =
  /\bwould an? (?:black|white|blue|red|green|small|medium|large)(?: one)? be possible\b|\bcould it be an? (?:black|white|blue|red|green|small|large) one\b/i;
export const GOT_MONEY =
  /\b(?:if|whether|did|have) (?:i|we)\b.{0,15}\b(?:got|get|gotten|received?|seen?)\b (?:my |the |any )?money(?: back)?\b[^.?!]{0,50}\b(?:cancel\w*|returned|sent back)\b/i;
export const CHANGE_FIRST =
  /^(?=[\s\S]*\b(?:change|do) (?:this|it|that) first\b)[\s\S]*?\bbefore i pay[^:,.]{0,20}[:,.]?\s*([\s\S]+)$/i;
export const PRICE_AND_CUSTOMS =
  /\b(?:shipping|postage|sending)(?: costs?| price| fees?)? and (?:the )?customs\b|\bcustoms and (?:the )?(?:shipping|postage)\b/i;
export const LOOKS_LIKE =
  /\b(?:order|the one|parcel)\b.*\bwhat was (?:that|it|in it)(?: again)?\W*$|\bwhat (?:does|do|did) [^.?!]{0,25}\border\b[^.?!]{0,20}\blooks? like\b/i;
export const COSTS_TO_SEND =
  /\b(?:costs?|price|much)\b[^.?!]{0,25}\bto (?:send|ship|post|mail)\b(?![^.?!]*\b(?:back|return)\b)/i;
export const SHIPS_TO = /\bdo (?:you|u|ya) (?:also )?(?:ship|send|deliver) to\b/i;
export const WHERE_MONEY = /^(?=[\s\S]*\bcancel)[\s\S]*\bwhere(?:'?s| is| are)? (?:then )?(?:the |my )money\b/i;
export const NOT_SEEN =
  /^(?=[\s\S]*\b(?:bank|acc(?:ount|t)?|card|statement)\b)[\s\S]*(?:\b(?:booked|not|never|nothing|no)\b|n't\b)[\s\S]*\b(?:see|there|shows?|arrived|come|got|acc(?:ount|t)?)\b/i;
export const THE_MONEY =
  /^\W*(?:(?:and|so|ok(?:ay)?|now|what about)\W+)+(?:the|my) (?:money|refund)(?: now| then| back)?\W*\?\W*$/i;
export const PAYMENT_THROUGH =
  /\bdid (?:my|the) payment (?:go|come|get) through\b|\bwhen do i (?:actually |really )?pay (?:for )?(?:that|it|this)\b|\bis there an? payment missing\b|\bis (?:the order|ord\W?\d+|\d{5}) paid\b|\bwhether (?:it|that|this)(?:'?s| is| was)? (?:already )?paid\b/i;
export const RID_OF_IT = /\bhow (?:do|can) i (?:get rid of|remove) (?:it|that|this)\b/i;
export const LIME =
  /^(?=.*\bkettles?\b).*\b(?:crust|limescale|lime|calcium|white (?:flakes|stuff|deposits?|layer|spots))\b/im;
export const SPEED_UP =
  /\b(?:can|could) (?:you|u|i|we) (?:please )?speed (?:it|that|this|them) up\b|\bis faster delivery possible\b/i;
export const IF_LATE =
  /\bwhat (?:do|can|should) i do if it (?:is not|isn'?t|has not|hasn'?t) (?:here|there|arrived)\b|\bwhat happens if (?:the|my) (?:parcel|package|order) is late\b|\bwhen is a (?:parcel|package) (?:considered |called )?(?:late|lost)\b/i;
export const HERE_BY_THEN =
  /\bwhether (?:my|the|it|they)\b[^.?!]{0,40}\bwill (?:be here|arrive|come|get here|make it)\b|\bwill (?:it|they|that) (?:be here|arrive|come|get here) (?:by then|in time|before (?:then|that))\b/i;
export const ONE_ENOUGH =
  /\bone (?:\w+ )?\w+ (?:would be|will be|is) enough\b|\bmake (?:it|that) one (?:\w+ )?\w+ instead of (?:two|2|both)\b/i;
export const DID_SUM =
  /\b(?:to )?(?:which|what) card (?:does|will|do)\b[^.?!]{0,20}\b(?:refund|money|it) go\b|\bdid (?:my|the) \$?\d+(?:\.\d{2})?\b[^.?!]{0,40}\b(?:back|home)\b/i;
export const SCRATCH = /\b(?:just|please|then|only) scratch (?:one|1|the|that)\b/i;
export const SIGNS_FOR =
  /\b(?:must|do|does|can|could|may|should) (?:i|we|my \w+|she|he|someone|somebody|anybody)\b[^.?!]{0,40}\b(?:sign for|signature|receive the (?:parcel|package))\b/i;
export const FREE_SHIPPING =
  /\b(?:free|gratis) (?:shipping|delivery|postage)\b(?![^.?!]{0,30}\b(?:label|back)\b)|\b(?:shipping|delivery|postage)\b[^.?!]{0,12}\b(?:for )?free\b(?=[^.?!]{0,30}\b(?:if|from|over|above|when|order|spend|amount|sum|\$?\d)|\W*\?)|\bship\w* (?:for )?free\b/i;
export const OF_LABEL =
  /\bno printer\b|\b(?:need|have|got) to print\b|\bwhere (?:do|can|should|must) i (?:drop|hand|bring|take) (?:it|them|that|the (?:parcel|package|box))\b/i;
export const CHARGED_YET =
  /\b(?:which|what) card (?:was it|did i (?:pay|use))\b|\bdid (?:you|u) (?:already |just )*charge me (?:already |yet )*for (?:both|all|the|my|that|this)\b|^\W*(?:(?:and|so|ok(?:ay)?)\W+)*(?:which|what) card (?:was|is|did) (?:that|it|i|you)\b/i;
export const ON_CARD =
  /\bis (?:the|my) (?:money|refund)\b[^.?!]{0,20}\b(?:on|in|at) (?:the|my) (?:card|account|bank)\b/i;
export const NTH_BACK =
  /\b(?:the|my) (?:first|second|third|last|other) (?:order|one|parcel)\b[^.?!]{0,20}\bcan i (?:just |still )?(?:send|return|give)\b/i;
export const NOT_HOME =
  /\b(?:not|n't|nobody|no ?one)\b.{0,8}\b(?:at )?home\b|\b(?:away|at work)\b.{0,12}\b(?:till?|until)\b/i;
export const BACK_TO = /\bback to (?:my|the|our) (?:\w+ )?\w+/i;
export const STILL_IN =
  /\b(?:can|could) (?:i|we|u|you) (?:maybe |please )*still (?:maybe |please )*(?:get|have|change|make|swap|switch|take)\b[^.?!]{0,40}\b(?:in|to|for|into)\b[^.?!]{0,25}\b(?:instead|insted|rather)\b|\b(?:have|get|make|take|want|like|swap|change|switch)\b[^.?!]{0,50}\b(?:large|small|medium|black|white|blue|red|green|silver|grey),? (?:rather than|instead of|and not) (?:in )?(?!the \w+ (?:one )?i (?:got|have))(?![^?!]*\bin stock)(?:the )?(?:large|small|medium|black|white|blue|red|green|silver|grey)\b/i;
export const KEPT_HOW_LONG =
  /\bhow long\b[^.?!,]{0,25}\b(?:keep|hold|reserve)\b[^.?!,]{0,25}\b(?:order|it|that)\b[^.?!,]{0,15}/i;
export const KEEPS_IT =
  /(?<!\bsaid )\b(?:i'?d|i would|i want to|i'?ll|i will) (?:like to |rather |love to )?keep (?:it|them)\b/i;
/** Theirs, and when it leaves or comes. */
export const ORDERED_WHEN =
  /\b(?:i|we)(?:'ve| have)? (?:already |just |only )?(?:ordered|bought)\b[^.?!]{0,160}\b(?:when|where|how long|whether|if)\b[^.?!]{0,60}\b(?:leaves?|ships?|shipped|arrives?|comes?|sent|send|delivered|get here|be here|on (?:its|their|the) way)\b/i;
/** Parts of one order to several places. */
export const SPLITS =
  /\b(?:one|part|half|some|both) (?:of|to)\b[^.?!]{0,80}\b(?:rest|others?|other one)\b[^.?!]{0,30}\b(?:me|us|here|home|come)\b|\b(?:have|has) to go to (?:the |one |just )?(?:one|same) (?:place|address)\b|\bto (?:two|different|separate|several) addresses\b|\bonly want (?:the )?(?:one|\w+)\b[^.?!]{0,30}\bto go to (?:her|him|them|my)\b/i;
/** A note for whoever brings the parcel. */
export const TO_DRIVER =
  /\b((?<!\b(?:no|not|the) )delivery (instruction|note)s?|(note|message|instruction|word)s? (for|to) (the |whoever )?(delivery )?(driver|courier|postman|mailman|carrier|man who|person who|brings))\b|\b(write|note|tell|let)\b.{0,30}\b(driver|courier|postman|mailman)\b/i;
/** What becomes of it while nobody is there. */
export const IF_AWAY =
  /\bwhat (happens|if|then)\b.{0,20}\b(nobody|no ?one|i'?m not|i am not|we are not|we'?re not)\b.{0,15}\b(home|in|there)\b.*\?.{0,40}\b(lose|lost|goes back|sent back)\b|\b(away|travel\w*|abroad|on (holiday|vacation)|not (at )?home|nobody('s| is)? (home|in|there))\b.{0,80}\b(lost|what happens|sent back|what then)\b.*\?/i;
/** "When may I call it lost?", "after how many days late do you start looking?" */
export const CALLS_LOST =
  /\b(when|after how (many|long)|how (many|long))\b.{0,30}\b(i|you|we|it)\b.{0,30}\b(lost(?! (?:signal|connection|internet|it))|missing|start(ed)? (looking|searching)|investigat\w*|look for it)\b/i;
export const HOW_MANY_DAYS =
  /\b(?:until|till|by) when\b|\bis it \d+ days\b|\bhow (many|much) (more |business )?(days|weeks|longer)\b|\bhow long\b/i;
export const OF_ORDER = /\b(order|parcel|package|deliver\w*|arrive|money|refund|bank|ship\w*|ord\W?\d)\b/i;
/** "So do I have to pay for a new one?", of a thing that does not work. */
export const PAYS_NEW =
  /\b(?:do|must|will|would|should) (?:i|we) (?:really |now )?(?:have to |need to |got to )?pay (?:anything )?(?:for )?(?:a |the |my )?(?:new (?:one|pair)|replacement|repair)/i;
/** "What about returning one pair when they arrive?" */
export const RETURNS_LATER =
  /\b(?:(?:what|how) about|can|could|may)\b[^.?!]{0,12}\b(?:return(?:ing)?|send(?:ing)? (?:back|(?:it|one|them) back))\b[^.?!]{0,40}\b(?:when|once|after|as soon as) (?:it|they|the \w+)(?:'ve|'s| has| have)? (?:arrives?d?|comes?|gets? here|is here|are here)(?![\s\S]*\bhow (?:long|many|soon))/i;
/** "Ok, then leave it." */
export const LEAVES_IT =
  /^\W*(?:(?:ok(?:ay)?|then|fine|alright|all right|well|no|pity|hm+|so|just|please)\W+)*leave (?:it|that|them)(?: then| as (?:it is|they are)| alone| for now)?\W*$/i;
export const WHY_STILL =
  /\bwhy\b[^.?!]{0,40}\b(?:says?|shows?|still|is it)\b[^.?!]{0,20}\b(?:processing|pending|being packed|preparing|received)\b/i;
export const KEEPS_ONE =
  /\b(?:keep|have) (?:just|only) (?:the )?(?:one|1)\b[^.?!]*\b(?:not|without)\b[^.?!]{0,20}\b(?:second|other)\b(?: one)?(?: \w+)? (?:sent|shipped|delivered|packed)\b/i;
export const BACK_TO_CARD =
  /^\W*(?:and |but |so |ok )*(?:does|do|will|would|is|are) (?:it|they|the money|my money|the refund|that) (?:all )?(?:be )?(?:go|goes|come|comes|sent|paid|put|refunded|credited|booked)?(?:ing)? ?(?:back )?(?:on|to|onto|into) (?:the|my|which|what)(?: same| old)? (?:card|account|bank account|paypal)\b/i;
export const ASKS_IF =
  /\b(?:will|does|do|is|are)\b[^.?!]{0,40}\b(?:arrives?|comes?|be here|gets? here|there|be delivered|shows? up|in time|before)\b|\bchance\b[^.?!]{0,40}\b(?:shows? up|turns? up|arrives?)\b/i;
/** How something is sent, and what that costs. */
export const OF_SENDING =
  /\b(?:ship(?:ping)?|postage|how much|express|overnight|faster|quicker|sooner|cost|price|upgrade|ordered|ordering|order (?:now|today|this|it)|new|replacement|make it|any way|invoice|paid|(?:get|have|bring|needs?) it)\b|n't\b/i;
