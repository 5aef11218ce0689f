// What a customer can try, step by step, in German. Each says what to do and how to see that it is done.
import type { StepId } from './words.ts';

export const stepsDe: Record<StepId, string> = {
  restart:
    '**Starten Sie das Gerät neu.** Schalten Sie es aus, warten Sie zehn Sekunden und schalten Sie es wieder ein. Starten Sie auch das Telefon oder den Computer neu, mit dem Sie es benutzen.',
  'factory-reset':
    '**Setzen Sie es auf die Werkseinstellungen zurück.** Halten Sie die Einschalttaste etwa zehn Sekunden, bis das Licht zweimal blinkt, und richten Sie es neu ein. Gespeicherte Kopplungen und Einstellungen gehen verloren.',
  'charge-fully':
    '**Laden Sie es auf,** mindestens 30 Minuten mit dem mitgelieferten Kabel, und versuchen Sie es noch einmal.',
  'other-cable': '**Versuchen Sie ein anderes Kabel,** das an einem anderen Gerät funktioniert.',
  'other-socket': '**Versuchen Sie eine andere Steckdose,** ohne Verlängerung oder Zeitschaltuhr.',
  'bluetooth-toggle':
    '**Schalten Sie Bluetooth aus und wieder ein,** am Telefon oder Computer, mit höchstens einem Meter Abstand.',
  'forget-pairing':
    '**Koppeln Sie es neu.** Wählen Sie in den Bluetooth-Einstellungen Ihres Telefons „Vergessen“. Halten Sie dann die Bluetooth-Taste fünf Sekunden, bis das Licht blinkt, und wählen Sie es in der Liste aus.',
  'other-phone':
    '**Versuchen Sie es mit einem anderen Telefon oder Computer.** Geht es dort, liegt es an den Einstellungen des ersten.',
  'pair-new':
    '**Koppeln Sie es.** Halten Sie die Bluetooth-Taste fünf Sekunden, bis das Licht blinkt, und wählen Sie es in der Bluetooth-Liste Ihres Telefons aus.',
  'install-app': '**Installieren Sie die App** aus Ihrem App-Store, öffnen Sie sie und wählen Sie „Gerät hinzufügen“.',
  'update-firmware':
    '**Aktualisieren Sie die Firmware.** Öffnen Sie das Gerät in der App und wählen Sie „Aktualisieren“. Lassen Sie es dabei am Ladekabel.',
  'close-app':
    '**Schließen Sie die App ganz und öffnen Sie sie wieder.** Ändert das nichts, starten Sie auch das Telefon neu.',
  'update-app': '**Aktualisieren Sie die App** im App-Store und öffnen Sie sie wieder.',
  'reinstall-app':
    '**Löschen Sie die App und installieren Sie sie neu.** Geräte und Einstellungen sind nach der Anmeldung wieder da.',
  'app-permissions':
    '**Prüfen Sie die Berechtigungen der App.** Erlauben Sie ihr in den Telefoneinstellungen Bluetooth und Geräte in der Nähe.',
  'allow-notifications':
    '**Erlauben Sie Mitteilungen** der App in den Telefoneinstellungen und schalten Sie „Nicht stören“ aus.',
  'check-volume':
    '**Stellen Sie beide Seiten lauter,** das Gerät und die Quelle, und prüfen Sie, dass nichts stumm geschaltet ist.',
  'choose-output': '**Wählen Sie es als Tonausgabe** in den Einstellungen Ihres Telefons oder Computers.',
  'check-balance':
    '**Stellen Sie die Balance in die Mitte.** Sie steht in den Bedienungshilfen des Telefons unter Ton.',
  'clean-contacts':
    '**Reinigen Sie die Ladekontakte** mit einem trockenen Wattestäbchen und entfernen Sie Fusseln aus der Buchse.',
  'clean-mesh': '**Reinigen Sie das Gitter** der Schallöffnungen mit einer weichen, trockenen Bürste.',
  'save-battery':
    '**Schonen Sie den Akku:** weniger Helligkeit oder Lautstärke, und schließen Sie, was Sie nicht brauchen.',
  'cool-down':
    '**Ziehen Sie den Stecker und lassen Sie es abkühlen,** 15 Minuten an einem trockenen, luftigen Ort ohne Sonne. Versuchen Sie es dann noch einmal.',
  'replace-batteries': '**Legen Sie frische Batterien ein,** vom selben Typ, und prüfen Sie Plus und Minus.',
  'move-receiver':
    '**Stecken Sie den USB-Empfänger in einen anderen Anschluss,** direkt am Computer, nicht an einem Hub.',
  'keyboard-layout': '**Prüfen Sie die Tastaturbelegung** in den Spracheinstellungen Ihres Computers.',
  'clean-keys':
    '**Reinigen Sie die Zwischenräume.** Schalten Sie die Tastatur aus, drehen Sie sie um und blasen Sie an den Reihen entlang.',
  'replace-bulb':
    '**Wechseln Sie das Leuchtmittel.** Ziehen Sie den Stecker, lassen Sie die Lampe abkühlen und nehmen Sie eines, das anderswo leuchtet.',
  'check-dimmer': '**Drehen Sie den Dimmer ganz auf** und nehmen Sie ein dimmbares Leuchtmittel.',
  'seat-base': '**Setzen Sie ihn gerade auf den Sockel,** nachdem Sie Sockel und Unterseite trocken gewischt haben.',
  'check-fill':
    '**Prüfen Sie den Wasserstand:** zwischen MIN und MAX. Über MAX läuft und tropft er; unter MIN schaltet er sich selbst ab. Ziehen Sie vorher den Stecker.',
  descale:
    '**Entkalken Sie ihn.** Kochen Sie einen halben Liter Wasser mit zwei Löffeln Zitronensäure auf, warten Sie 20 Minuten und spülen Sie zweimal nach.',
  'rinse-filter': '**Spülen Sie den Filter** im Ausguss unter fließendem Wasser und lassen Sie ihn wieder einrasten.',
  'reseat-battery': '**Nehmen Sie den Akku heraus und setzen Sie ihn wieder ein,** bis er einrastet.',
  'check-card':
    '**Versuchen Sie eine andere Speicherkarte.** Formatieren Sie sie in der Kamera, nicht am Computer; sichern Sie vorher Ihre Bilder.',
  'clean-lens': '**Reinigen Sie das Objektiv** mit einem trockenen Mikrofasertuch, kreisend von innen nach außen.',
  'check-focus':
    '**Stellen Sie den Fokus auf automatisch** und drücken Sie den Auslöser halb, bis der Rahmen grün wird.',
  'sync-watch':
    '**Starten Sie den Abgleich von Hand.** Öffnen Sie die App neben der Uhr und ziehen Sie die erste Seite nach unten.',
  'wear-snugly':
    '**Tragen Sie sie eng anliegend,** einen Finger breit über dem Handgelenkknochen, und wischen Sie den Sensor trocken.',
  'care-zip':
    '**Pflegen Sie den Reißverschluss.** Bürsten Sie ihn aus und reiben Sie die Zähne mit einer Kerze oder Wachs ein.',
  'adjust-straps': '**Stellen Sie die Gurte ein:** zuerst den Hüftgurt, dann die Schultern, dann den Brustgurt.',
  'wash-by-hand': '**Waschen Sie ihn von Hand** in lauwarmem Wasser mit milder Seife und spülen Sie gut nach.',
  'air-dry': '**Lassen Sie ihn an der Luft trocknen,** offen und kopfüber, nicht auf der Heizung.',
  'wash-cool': '**Waschen Sie sie bei 30 °C** im Schonwaschgang, allein und ohne Weichspüler.',
  'remove-lint': '**Entfernen Sie Knötchen** mit einem Fusselkamm oder -rasierer, leicht und in eine Richtung.',
  'check-wattage':
    '**Vergleichen Sie die Leistung.** Das Ladegerät braucht mindestens so viel Watt, wie Ihr Gerät verlangt; das Kabel muss sie auch tragen.',
  'other-port': '**Nehmen Sie einen anderen Anschluss des Ladegeräts,** und nur ein Gerät auf einmal.',
  'reset-password':
    '**Vergeben Sie ein neues Passwort** über „Passwort vergessen“ auf der Anmeldeseite. Der Link gilt eine Stunde.',
  'check-spam': '**Sehen Sie im Spam-Ordner nach** und suchen Sie nach unserem Namen.',
  'check-email': '**Prüfen Sie die E-Mail-Adresse** auf Tippfehler, und versuchen Sie Ihre anderen Adressen.',
  'clear-cookies': '**Löschen Sie Cookies und Cache** unseres Shops im Browser und melden Sie sich neu an.',
  'other-browser': '**Versuchen Sie einen anderen Browser,** oder ein privates Fenster ohne Erweiterungen.',
  'other-network': '**Versuchen Sie ein anderes Netz,** zum Beispiel mobile Daten statt WLAN.',
  'review-consents':
    '**Sehen Sie nach, was Sie teilen,** in Ihrem Konto unter „Datenschutz“. Jeder Schalter wirkt sofort.',
  'wipe-device':
    '**Entfernen Sie es in der App aus Ihrem Konto** und halten Sie dann die Einschalttaste zehn Sekunden, bis das Licht zweimal blinkt. Ihre Daten sind dann gelöscht.',
  'find-receipt': '**Suchen Sie die Bestellnummer** in Ihrer Bestätigungs-E-Mail: Sie ist der Kaufbeleg.',
};
