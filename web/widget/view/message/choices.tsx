// Choices as buttons. A picked one is sent as the customer's own words.
import type { WireAction } from '../../direct-line/wire.ts';
import { useTexts } from '../../texts/index.ts';
import { safeAddress } from './markdown.tsx';

export function Choices({ choices, onWrite }: { choices: WireAction[]; onWrite: (text: string) => void }) {
  const texts = useTexts();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, these are answers
    <div class="choices" role="group" aria-label={texts.suggestedAnswers}>
      {choices.map((choice) => {
        const title = choice.title ?? String(choice.value ?? '');
        const address = choice.type === 'openUrl' ? safeAddress(String(choice.value ?? '')) : undefined;
        return address ? (
          <a class="choice" key={title} href={address} target="_blank" rel="noopener noreferrer nofollow">
            {title}
          </a>
        ) : (
          <button type="button" class="choice" key={title} onClick={() => onWrite(textOf(choice, title))}>
            {title}
          </button>
        );
      })}
    </div>
  );
}

function textOf(choice: WireAction, title: string): string {
  return typeof choice.value === 'string' && choice.value !== '' ? choice.value : title;
}
