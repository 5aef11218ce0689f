// Somebody who may hurt or kill themselves.
import { inOrder, type Signs } from './signs.ts';

export const SELF_HARM: Signs = {
  is: [
    /\b(kill|hurt|harm|cut|hang|shoot|drown|poison|starve)(t?ing)? (myself|my self)\b/,
    /\bsuicid\w*|\bkms\b|\bself[- ]?harm\w*|\boverdos\w+/,
    /\b(end(ing)?|tak(e|ing)|ended) my (own )?life\b|\bend(ing)? it all\b|\b(end|ending) (everything|things) (tonight|today|now|for good)\b/,
    /\b(want|wanna|wish|ready|prefer|like|love|rather|hoping|going) (to )?(just )?(die(?! (for|of laughter|laughing))|be dead|not (exist|wake up|be alive))\b/,
    /\bwish(ed)? (i|that i) (was|were|had) (dead|never (been )?born|not alive|gone)\b|\bbetter off (dead|without me)\b|\b(just )?die (tonight|in peace)\b/,
    /\b(life|living|it|nothing)('?s| is| isn't| feels)? ?(just )?(not|n't|no longer|never|hardly)? ?(really )?worth living\b|\blife('?s| is| has| feels)? (not worth it|no (point|meaning|sense)|pointless|meaningless)\b/,
    /\bno (reason|point|will|strength|wish)( left)? (to|in|for) (live|living|life|going on|go on|carry on|being alive|stay alive)\b|\b(point|reason) (in|of|to) (living|live|life|being alive|carry(ing)? on)\b/,
    /\b(do ?n't|do not|no longer|never) (really )?(want|wanna|wish) (to )?(live|be alive|exist|wake up|be here( any ?more| any longer)?(?=\W*$|[.,;!?]| and| any))/,
    /\b(can't|cannot|can not) (go on|carry on|live|take life|do life)( (living|like this|any ?more|any longer|with (my|this) life))?(?=\W*$|[.,;!?]| (living|like this|any ?more|any longer))/,
    /\b(jump(ing)?|throw(ing)? myself|step(ping)?|walk(ing)?) (off|from|in front of|under|out of) (a |the |my |this )?(bridge|roof|building|train|balcony|cliff|window|traffic|bus|car)\b/,
    inOrder(
      12,
      'took|taken|take|taking|swallow(?:ed)?',
      'too many|all (?:of )?(?:my|the|these)|(?:a|the) (?:whole )?(?:bottle|box|pack) of|loads of|lots of',
      'pills?|tablets?|meds|medications?|painkillers?|sleeping',
    ),
    /\b(no ?(body|one)|who) (would|will|'d|'ll) (even )?(miss me|care|notice|mind) if i (die|died|was gone|were gone|were dead|was dead|disappear\w*)\b|\b(nobody|no one) (would|will) miss me\b/,
    /\b(not|n't|never) (planning|intending|meaning)( on| to) (be(ing)?|stay(ing)?|stick(ing)?) (around|alive|here)\b(?! (at|in) )/,
    /\b(disappear|sleep) (forever|for ever|and never wake up)\b|\b(say|saying) goodbye (to (everyone|everybody|the world|my family)|forever)\b/,
    // Spanish
    /\b(matarme|suicid\w*|quitarme la vida|ahorcarme|cortarme las venas|hacerme dano|lastimarme|lesionarme|autolesion\w*|me voy a matar|me mato)\b/,
    /\b(quiero|querria|ganas de|deseo|prefiero|preferiria|me quiero) (solo )?(morir(me)?|estar muert[oa]|desaparecer para siempre|dejar de vivir)\b/,
    /\bno (quiero|puedo|aguanto|merece la pena|vale la pena|tengo (ganas|motivos|razones|fuerzas)( para| de)?) ?(mas )?(seguir )?(viv(ir|iendo)|existir|con mi vida)\b|\bacabar con (mi vida|todo)\b|\bterminar con mi vida\b/,
    /\b(la vida|vivir|mi vida) (ya )?(no (tiene|vale|merece)|carece de)\b|\btirarme (por|de|desde|al|a la|a las) ?(la |el |un |una |las )?(ventana|puente|balcon|tren|metro|vias?)\b|\bestaria mejor muert[oa]\b/,
    // French
    /\b(me (suicider|tuer|pendre|mutiler|foutre en l'air|jeter (sous|par|du|dans le vide)|ouvrir les veines|tailler les veines|faire du mal|supprimer)|suicid\w*|j'en finis)\b/,
    /\b(en finir(?! avec (cette|ce|votre|la (commande|procedure)))|mettre fin a (mes jours|ma vie|tout))\b|\b(veux|voudrais|envie de|prefere|prefererais|souhaite|aimerais) (juste )?(mourir|etre mort(e)?|ne plus (vivre|exister|etre la))\b/,
    /\b(plus|pas|aucune) (envie|raison|force) de vivre\b|\b(ne )?(veux|peux|supporte) plus (vivre|continuer a vivre|etre en vie|de vivre)\b|\b(la|ma) vie (ne |n')?(vaut|a) (plus|pas|aucun)\b|\bsauter (du|d'un|par|de la) (pont|toit|la fenetre|fenetre|balcon)\b/,
    // German
    /\b(mich|mir) (selbst |einfach |jetzt |heute )?(umbring\w*|umzubringen|tote?n|zu toten|erhang\w*|aufhang\w*|erschiess\w*|ritz\w*|die pulsadern|das leben (zu )?nehmen|etwas an(zu)?tun|was an(zu)?tun|verletzen|weh ?tun)\b|\b(selbstmord\w*|suizid\w*|lebensmude|selbstverletz\w*)\b|\bbringe mich um\b|\bnehme mir das leben\b/,
    /\b(will|mochte|wurde (gerne? |am liebsten )?|wunschte( mir)?,?|wollte) (ich )?(einfach |nur |nur noch |am liebsten |ich )*(sterben|tot sein|nicht mehr (leben|weiterleben|aufwachen|da sein|existieren)|ware tot)\b|\b(sterben|tot sein) (will|mochte|wollen) ich\b|\bnicht mehr (leben|weiterleben) (will|mochte|kann|konnen)\b/,
    /\bnicht mehr (leben|weiter ?leben)\b|\b(mein(em)? leben|allem?|dem (ganzen|leben)) (ein ende|beenden)\b|\b(das |mein )?leben (hat|macht|ist) (fur mich )?(keinen|kein|nicht mehr|sinnlos|nicht lebenswert)\b|\b(vor|unter) (den|einen) (zug|bus|lkw)\b|\bvon (der|einer|einem|der nachsten) (brucke|dach|hochhaus|balkon)\b/,
  ],
  // Hurt by a thing is danger, and much is said of dying that nobody means.
  unless:
    /\b(hurt|cut|harm|kill)(ting|ing|ed)? myself (on|with (the|this|your|that|its|an? (broken|sharp))|when|while|opening|because of|using|trying|by|putting|unboxing|assembling)\b|\b(to|could|would|i'd|almost) die for\b|\bdying to\b|\b(kill|kicking) (for|it)\b|\bdie of (boredom|laughter|old age|thirst)\b/g,
};
