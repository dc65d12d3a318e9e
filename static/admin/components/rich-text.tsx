import { List, ListItem, Text, User } from '@forge/react';
import React from 'react';
import { messageParts } from '../view-models/message';

/** A sentence of the back end: people in it by name, names of groups apart. Stands inside a text or list item. */
export function RichText({ text }: { readonly text: string }) {
  return (
    <>
      {messageParts(text).map((part, index) => {
        const key = String(index);
        if ('accountId' in part) return <User key={key} accountId={part.accountId} />;
        if ('text' in part) return part.text;
        return (
          <Text key={key} as="strong">
            {part.name}
          </Text>
        );
      })}
    </>
  );
}

interface SentenceProps {
  readonly text: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly isSubtle?: boolean;
}

/** A sentence of the back end as a paragraph. */
export function Sentence({ text, size = 'medium', isSubtle = false }: SentenceProps) {
  return (
    <Text size={size} color={isSubtle ? 'color.text.subtle' : 'color.text'}>
      <RichText text={text} />
    </Text>
  );
}

/** Sentences of the back end as a list; `none` is said in place of an empty one. */
export function SentenceList({ texts, none }: { readonly texts: readonly string[]; readonly none: string }) {
  if (texts.length === 0) return <Text>{none}</Text>;
  return (
    <List type="unordered">
      {texts.map((text, index) => (
        <ListItem key={`${String(index)} ${text}`}>
          <RichText text={text} />
        </ListItem>
      ))}
    </List>
  );
}
