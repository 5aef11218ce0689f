// Markdown as a customer sees it, built of elements: nothing that somebody wrote becomes markup of this page.
import { Code, List, Text } from '@mantine/core';
import { lexer, type Token, type Tokens } from 'marked';
import type { ReactNode } from 'react';

export function Markdown({ text }: { text: string }) {
  return <div className="told">{blocks(lexer(text))}</div>;
}

function blocks(tokens: Token[]): ReactNode[] {
  return tokens.map((token, at) => {
    // Tokens have no name of their own; their order is what counts.
    switch (token.type) {
      case 'space':
        return null;
      case 'heading':
        return (
          <Text key={at} fw={600}>
            {inline(token.tokens)}
          </Text>
        );
      case 'list':
        return (
          <List key={at} type={(token as Tokens.List).ordered ? 'ordered' : 'unordered'} size="sm">
            {(token as Tokens.List).items.map((item, place) => (
              <List.Item key={place}>{inline(item.tokens)}</List.Item>
            ))}
          </List>
        );
      case 'code':
        return (
          <Code key={at} block>
            {token.text}
          </Code>
        );
      default:
        return (
          <Text key={at} size="sm" className="pre">
            {inline('tokens' in token ? token.tokens : undefined, token.raw)}
          </Text>
        );
    }
  });
}

function inline(tokens: Token[] | undefined, otherwise = ''): ReactNode {
  return tokens ? tokens.map((token, at) => <Inline key={at} token={token} />) : otherwise;
}

function Inline({ token }: { token: Token }): ReactNode {
  const inner = 'tokens' in token ? inline(token.tokens, token.raw) : token.raw;
  switch (token.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'codespan':
      return <Code>{token.text}</Code>;
    case 'br':
      return <br />;
    case 'link':
      return (
        <span className="link" title={token.href}>
          {inner}
        </span>
      );
    case 'escape':
      return token.text;
    default:
      return inner;
  }
}
