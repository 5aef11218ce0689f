// Which languages beside English are read and answered without a model.

/** The languages beside English whose wishes are read without a model. */
export type Tongue = 'es' | 'fr' | 'de';

export function isTongue(language: string): language is Tongue {
  return language === 'es' || language === 'fr' || language === 'de';
}
