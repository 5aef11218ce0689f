// That nothing is wrong after all: nobody is hurt, nobody is in the account, it was a misunderstanding. In our four languages, folded.
export const DENIED = new RegExp(
  [
    /\b(?:nobody|no one|noone|no-one)(?:'?s| is| was| has| here is)?(?: (?:been|in|any|ever|at all|got|gets|was|here))*(?: in)? (?:danger|hurt|harmed|burn\w*|injured|my account|hacked)\b/,
    /\b(?:no|not|isn'?t|aren'?t|wasn'?t|never)(?: (?:in|any|an?|really|actually|even|about))* (?:danger\w*|emergency|fires?|flames?|smok\w+|sparks?|burn\w* smell|burning|fraud\w*|hacked|hack|security (?:issue|problem|matter|case))\b/,
    /\bthere(?:(?:'s| is| was) no|(?:'s| is| was)(?:n'?t| not)(?: any| an?)?) (?:case|danger|emergency)\b/,
    /\b(?:mix-?up|misunderst\w+|false alarm|wrong idea|overreact\w*|drama queen|panic\w*)\b/,
    /\b(?:can'?t|cannot|couldn'?t|wouldn'?t|won'?t) hurt (?:a fly|any\w+|me)\b/,
    /\bnothing(?:'?s| is| was| has)? (?:been )?(?:wrong|happened|the matter|stolen|burning|on fire)\b/,
    /\bnadie (?:esta|corre|ha sido)\b.{0,12}\b(?:peligro|herido|hackead\w+)|\bno (?:hay|es|fue)\b.{0,16}\b(?:peligro|emergencia|fraude|caso)\b|\bmalentendid\w+|\bfalsa alarma/,
    /\bpersonne n.?est\b.{0,12}\b(?:danger|blesse)|\bpas de (?:danger|urgence|fraude)\b|\bmalentendu|\bfausse alerte|\baucun (?:danger|incendie)/,
    /\bniemand ist\b.{0,14}\b(?:gefahr|verletzt)|\bkein(?:e|en)? (?:gefahr|notfall|brand|betrug)\b|\bmissverstandnis|\bfehlalarm/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|'),
);
