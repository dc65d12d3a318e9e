import { invoke, router, showFlag, view } from '@forge/bridge';
import { Button, ButtonGroup, Code, Inline, Stack, Text, useProductContext, useTheme } from '@forge/react';
import { Route, Router, useLocation, useNavigate } from '@forge/react/router';
import { useState } from 'react';
import { Section } from './section';

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function modeOf(theme: unknown): string {
  return typeof theme === 'object' && theme !== null && 'colorMode' in theme ? String(theme.colorMode) : '…';
}

/** Commands of the bridge: context, theme, history, flags, resolvers. */
export function BridgeSection() {
  const context = useProductContext();
  const theme: unknown = useTheme();
  const [answer, setAnswer] = useState('not asked');
  const ask = () =>
    invoke('gallery.echo', { word: 'hello' }).then(
      (value) => setAnswer(JSON.stringify(value)),
      (error: unknown) => setAnswer(messageOf(error)),
    );
  return (
    <Section title="Bridge">
      <Stack space="space.100">
        <Text>
          Module <Code>{context?.moduleKey ?? '…'}</Code> as <Code>{context?.accountId ?? '…'}</Code>
        </Text>
        <Text>Theme: {modeOf(theme)}</Text>
        <ButtonGroup label="Bridge">
          <Button onClick={() => void ask()}>Ask a resolver</Button>
          <Button
            onClick={() =>
              showFlag({
                id: 'saved',
                title: 'Saved',
                description: 'The policy is in force.',
                type: 'success',
                isAutoDismiss: true,
              })
            }
          >
            Show a flag
          </Button>
          <Button onClick={() => void router.navigate('/issues')}>Go elsewhere</Button>
          <Button onClick={() => void view.refresh()}>Refresh</Button>
        </ButtonGroup>
        <Text>Answer: {answer}</Text>
        <Router>
          <Places />
        </Router>
      </Stack>
    </Section>
  );
}

function Places() {
  const navigate = useNavigate();
  const location = useLocation();
  return (
    <Inline space="space.100" alignBlock="center">
      <Button onClick={() => navigate('/')}>Home</Button>
      <Button onClick={() => navigate('/seats?product=confluence')}>Seats</Button>
      <Text>At {location.pathname}</Text>
      <Route path="/seats">
        <Text>The seats route</Text>
      </Route>
    </Inline>
  );
}
