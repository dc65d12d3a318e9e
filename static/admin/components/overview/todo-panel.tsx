import { Badge, Button, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import type { Todo } from '../../../../src/contract/seat-replies';
import { useNavigation } from '../../hooks/navigation-context';
import { todoAction } from '../../view-models/overview';
import { Panel } from '../panel';
import { Sentence } from '../rich-text';

/** What needs this person today, each with the way to it. */
export function TodoPanel({ todo }: { readonly todo: readonly Todo[] }) {
  const { go } = useNavigation();
  return (
    <Panel title="What needs you today">
      {todo.length === 0 ? (
        <Text>Nothing needs you today. The daily scan flags what changes.</Text>
      ) : (
        <Stack space="space.100">
          {todo.map((task) => (
            <Inline
              key={`${task.kind}/${task.text}`}
              spread="space-between"
              alignBlock="center"
              space="space.100"
            >
              <Inline space="space.100" alignBlock="center">
                {task.count === null ? null : (
                  <Badge appearance="primary" max={false}>
                    {task.count}
                  </Badge>
                )}
                <Sentence text={task.text} />
              </Inline>
              {task.page === 'overview' ? (
                <Text color="color.text.subtle">On this page</Text>
              ) : (
                <Button onClick={() => go(task.page)}>{todoAction(task)}</Button>
              )}
            </Inline>
          ))}
        </Stack>
      )}
    </Panel>
  );
}
