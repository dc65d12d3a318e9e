import {
  Box,
  Button,
  Heading,
  Inline,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Popup,
  Select,
  Text,
  Tooltip,
} from '@forge/react';
import { useState } from 'react';
import { Section } from './section';

export function LayersSection() {
  const [isModalOpen, setIsModalOpen] = useState(false);
  const [isPopupOpen, setIsPopupOpen] = useState(false);
  const close = () => setIsModalOpen(false);
  return (
    <Section title="Layers">
      <Inline space="space.100">
        <Button onClick={() => setIsModalOpen(true)}>Open modal</Button>
        <Popup
          isOpen={isPopupOpen}
          onClose={() => setIsPopupOpen(false)}
          placement="bottom-start"
          content={() => (
            <Box padding="space.200">
              <Heading size="xsmall">In a popup</Heading>
              <Text>Brief content in an overlay.</Text>
            </Box>
          )}
          trigger={() => <Button onClick={() => setIsPopupOpen(!isPopupOpen)}>Toggle popup</Button>}
        />
        <Tooltip content="What this button does">
          <Button>With a tooltip</Button>
        </Tooltip>
      </Inline>
      <ModalTransition>
        {isModalOpen && (
          <Modal onClose={close} width="medium">
            <ModalHeader>
              <ModalTitle appearance="warning">Remove 12 memberships?</ModalTitle>
            </ModalHeader>
            <ModalBody>
              <Text>Access is verified afterwards. This can be undone for 30 days.</Text>
              <Select
                inputId="reason"
                options={[{ label: 'Left the company', value: 'left' }]}
                placeholder="Reason"
              />
            </ModalBody>
            <ModalFooter>
              <Button appearance="subtle" onClick={close}>
                Cancel
              </Button>
              <Button appearance="warning" onClick={close}>
                Remove
              </Button>
            </ModalFooter>
          </Modal>
        )}
      </ModalTransition>
    </Section>
  );
}
