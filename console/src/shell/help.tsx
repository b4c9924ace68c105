import { words } from '../messages/words.ts';
import { Dialog } from '../ui/dialog.tsx';

export const Help = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog
    title={words.help.title}
    onClose={onClose}
    foot={
      <button type="button" className="button" onClick={onClose}>
        {words.close}
      </button>
    }
  >
    <dl className="keys">
      {words.help.keys.map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
