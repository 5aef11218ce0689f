// Lawyers, courts and authorities.
import { inOrder, type Signs } from './signs.ts';

export const LEGAL: Signs = {
  is: [
    /\b(my|our|a|your|the|an|contact(ing)?|call(ing)?|with|by|hire|hiring|get(ting)?|from|via|through|to|using) (\w+ )?(lawyers?|attorneys?|solicitors?|barristers?)\b|\blawyer(ed)? up\b|\b(attorney general|legal (action|steps?|counsel|proceedings|department|team|notice|matter|advice|claim|route|demand|recourse|representation|threat)s?|legally)\b|\blawsuits?\b|\blitigat\w+/,
    /\b(sue|suing|sued)( you| your| u|ing)?\b(?<!\b(name|aunt|is|am|i'm|love|thanks|regards|dear|from) sue)|\bcease and desist\b|\bsubpoena\w*|\bclass[- ]action\b|\bbreach of (contract|consumer|warranty law|the (law|consumer))\b|\bpress(ing)? charges\b|\bsmall claims\b|\btribunal\b|\bstatutory (rights?|declaration)\b|\bformal notice\b|\bletter before action\b|\barbitration\b/,
    /\b(take|taking|took|see|seeing|go|going|bring|bringing|drag|dragging|end up|meet)\b[^.!?]{0,20}\b(to|in|before) (the |a )?(court|judge)\b|\bcourt (case|order|summons|papers|date|hearing|claim)s?\b/,
    /\bconsumer (protection|rights?|affairs|watchdog|advice|ombudsman|organi[sz]ations?|associations?|council|agency|authority|law|laws|tribunal|centre|center|commission)\b|\btrading standards\b|\bombuds\w+|\bbetter business bureau\b|\b(bbb|ftc|ofcom|cfpb|accc|fca|cma)\b|\b(financial |data )?regulators?\b/,
    inOrder(
      30,
      'report(?:ing|ed)?|go(?:ing)?|gone|call(?:ing|ed)?|complain(?:ing|ed|t)?|contact(?:ing|ed)?|fil(?:e|ing|ed)|tell(?:ing)?|inform(?:ing)?|involv(?:e|ing)|statement (?:to|with)|report (?:to|with)',
      '(?:the |to the |with the |a |my local )?(?:police|authorities|cops|government|sheriff|public prosecutor|consumer \\w+)',
    ),
    /\bpolice report\b|\b(illegal|against the law|unlawful|criminal offen[cs]e|break(ing)? the law|violat\w+ (the|my) (law|rights|consumer))\b/,
    // Who threatens us is no danger to themselves, and a person's business all the same.
    /\b(i|we)('?ll| will| am going to|'?m going to| gonna)\b.{0,40}\b(hurt|kill|beat|smash|burn|destroy|find|come (to|after|for))\b.{0,20}\b(you|your|u|someone|somebody|them)\b|\b(someone|somebody|you|u) (will|is going to|are going to|'?ll) (get|be) (hurt|killed|sorry)\b/,
    // Spanish
    /\b(mi|un|una|mis|nuestro|el|con) abogad[oa]s?\b|\b(acciones|medidas|vias?|proceso|asesoria|procedimiento) (legal(es)?|judicial(es)?)\b|\b(demandar\w*|demanda(?! de)|os demando|les demando|denunci\w+|querella|juzgado|juicio|tribunal(es)?|via judicial|legalmente|fiscalia|policia|hoja de reclamacion(es)?|reclamacion (oficial|formal))\b/,
    /\b(oficina|organizacion|asociacion|defensa|proteccion|oficinas?|instituto|procuraduria|ley)\b.{0,14}\b(consumidor(es)?|consumo)\b|\b(ocu|omic|facua|profeco|sernac|indecopi)\b/,
    // French
    /\b(mon|un|notre|une|mes|d'un|l') ?avocate?s?\b|\b(porter plainte|porte plainte|plainte (a la|au|contre|aupres)|depos\w+ plainte|poursui\w+ (en justice|judiciaire\w*|en|pour)|poursuites?|action en justice|actions? judiciaires?|en justice|tribunal|tribunaux|mise en demeure|huissier|au juge|prud'hommes|voie legale|voies? judiciaires?|juridique\w*|legalement|police|gendarmerie|proces)\b/,
    /\b(dgccrf|signal ?conso|60 millions|ufc|que choisir|mediateur|association de (defense des )?consommateurs|repression des fraudes|droit de la consommation|protection des consommateurs|conciliateur)\b/,
    // German
    /\b(mein(en|em|e|er)?|ein(en|em|e|er)?|zum|unser(en|em)?|den|beim|vom|mit|eine[mn]) (rechts)?anw[aä]lt\w*\b|\brechtsanw[aä]?lt\w*|\banwaltlich\w*|\b(verklag\w+|anzeige (erstatten|gegen|bei|ist raus)|strafanzeige|anzeigen bei der|vor gericht|gerichtlich\w*|klage (ein|gegen|auf|beim)|klagen|sammelklage|amtsgericht|mahnbescheid|abmahn\w+|rechtlich\w* (schritte|konsequenzen|mittel|vorgehen|prufen)|rechtsweg|rechtsschutz\w*|juristisch\w*|frist(setzung)? (und|sonst|bis).{0,30}(anwalt|gericht)|polizei)\b/,
    /\b(verbraucherzentrale\w*|verbraucherschutz\w*|verbraucherschutzer\w*|schlichtungsstelle|ombuds\w+|gewerbeaufsicht|marktaufsicht|bundesnetzagentur|aufsichtsbehorde)\b/,
  ],
  unless:
    /\b(i'm|i am|my (wife|husband|dad|mum|mom|son|daughter|brother|sister|friend) is|works? as|i work as|as|for (a|my|our)) (a |an )?(\w+ )?(lawyers?|attorneys?|solicitors?)\b|\b(lawyer|attorney|solicitor)( friend|'s office| office)\b|\b(food|tennis|basketball|squash|badminton) court\b|\blegal (size|tender|paper|age|name)\b|\b(power of attorney)\b|\b(polic(e|ia|zei))[- ]?(drama|series|serie|movie|film|car|auto|uniform|radio)\w*\b|\bgrammar police\b|\bpara abogad\w+\b|\bsoy abogad\w+\b|\bje suis avocate?\b|\bich bin (rechts)?anw\w+\b|\b(bein' |being )?legal in\b/g,
};
