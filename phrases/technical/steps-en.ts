// What a customer can try, step by step, in English. Each says what to do and how to see that it is done.
import type { StepId } from './words.ts';

export const stepsEn: Record<StepId, string> = {
  restart:
    '**Restart the device.** Turn it off, wait ten seconds and turn it on again. Restart the phone or computer you use it with, too.',
  'factory-reset':
    '**Reset the device to factory settings.** Hold the power button for about ten seconds until the light flashes twice, then set it up from the start. Saved pairings and settings are lost.',
  'charge-fully':
    '**Charge the device.** Leave it on the charger for at least 30 minutes, with the cable it came with, and try again.',
  'other-cable': '**Try another cable.** Use one that you know to work with something else.',
  'other-socket': '**Try another wall socket,** without an extension lead or a timer in between.',
  'bluetooth-toggle':
    '**Turn Bluetooth off and on again** on your phone or computer, and keep both within a metre of each other.',
  'forget-pairing':
    "**Pair the device afresh.** In your phone's Bluetooth settings, choose “forget” for it. Then hold its Bluetooth button for five seconds until the light blinks, and pick it from the list.",
  'other-phone':
    '**Try the device with another phone or computer.** If it works there, the cause is in the settings of the first one.',
  'pair-new':
    '**Pair the device.** Hold the Bluetooth button for five seconds until the light blinks, then pick it from the Bluetooth list of your phone.',
  'install-app': '**Install the companion app** from your app store, open it and choose “Add a device”.',
  'update-firmware':
    '**Update the firmware.** In the companion app, open the device and choose “Update”. Keep it charging until the update is done.',
  'close-app': '**Close the app fully and open it again.** If that changes nothing, restart the phone, too.',
  'update-app': '**Update the app** in your app store, then open it again.',
  'reinstall-app': '**Remove the app and install it again.** Your devices and settings come back when you sign in.',
  'app-permissions':
    "**Check the app's permissions.** In your phone's settings, let it use Bluetooth and nearby devices.",
  'allow-notifications':
    "**Allow notifications.** In your phone's settings, switch them on for the companion app, and turn off “do not disturb”.",
  'check-volume':
    '**Turn the volume up on both sides,** on the device and on what plays to it, and make sure neither is muted.',
  'choose-output': "**Choose the device as the sound output** in your phone's or computer's sound settings.",
  'check-balance': "**Centre the balance.** It is a slider in your phone's accessibility settings, under sound.",
  'clean-contacts': '**Clean the charging contacts** with a dry cotton bud, and remove lint from the port.',
  'clean-mesh': '**Clean the mesh** over the sound openings with a soft, dry brush.',
  'save-battery': '**Spare the battery:** lower the brightness or volume, and close what you do not use.',
  'cool-down': '**Unplug it and let it cool** for 15 minutes in a dry, airy place, away from the sun. Then try again.',
  'replace-batteries': '**Put in fresh batteries** of the same type, and check that plus and minus are right.',
  'move-receiver': '**Plug the USB receiver into another port,** directly on the computer, not on a hub.',
  'keyboard-layout': "**Check the keyboard layout** in your computer's language settings.",
  'clean-keys': '**Clean around the keys.** Turn it off, hold it upside down, and blow along the rows.',
  'replace-bulb': '**Change the bulb.** Unplug the lamp, let it cool, and try a bulb that works elsewhere.',
  'check-dimmer': '**Turn the dimmer all the way up,** and use a bulb that is marked as dimmable.',
  'seat-base': '**Seat it squarely on its base,** after wiping the base and its underside dry.',
  'check-fill':
    '**Check the water level:** between MIN and MAX. Above MAX it spills and drips; below MIN it switches itself off. Unplug it first.',
  descale:
    '**Descale it.** Boil half a litre of water with two spoons of citric acid, wait 20 minutes, and rinse twice with fresh water.',
  'rinse-filter': '**Rinse the filter** in the spout under running water, and click it back in.',
  'reseat-battery': '**Take the battery out and put it back,** until it clicks.',
  'check-card':
    '**Try another memory card.** Format it in the camera, not in a computer; save your pictures elsewhere first.',
  'clean-lens': '**Clean the lens** with a dry microfibre cloth, in circles from the middle outwards.',
  'check-focus': '**Set the focus to automatic,** and half-press the shutter until the frame turns green.',
  'sync-watch': '**Start the sync by hand.** Open the companion app beside the watch and pull down on the first page.',
  'wear-snugly': '**Wear it snugly,** a finger’s width above the wrist bone, and wipe the sensor dry.',
  'care-zip': '**Care for the zip.** Brush it clean and run a candle or zip wax along the teeth.',
  'adjust-straps': '**Adjust the straps:** first the hip belt, then the shoulders, then the chest strap.',
  'wash-by-hand': '**Wash it by hand** in lukewarm water with mild soap, and rinse well.',
  'air-dry': '**Let it dry in the air,** open and upside down, not on a radiator.',
  'wash-cool': '**Wash it at 30 °C** on the gentle cycle, on its own, without softener.',
  'remove-lint': '**Remove pilling** with a fabric comb or shaver, lightly and in one direction.',
  'check-wattage':
    '**Compare the power.** The watts on the charger must be at least what your device asks for; the cable must carry them, too.',
  'other-port': '**Use another port of the charger,** and only one device at a time.',
  'reset-password': '**Set a new password** with “Forgot password” on the sign-in page. The link is good for one hour.',
  'check-spam': '**Look into the spam folder** and search for our name.',
  'check-email': '**Check the e-mail address** for typos, and try the others that you use.',
  'clear-cookies': '**Clear cookies and cache** for our shop in your browser settings, then sign in again.',
  'other-browser': '**Try another browser,** or a private window, without extensions.',
  'other-network': '**Try another network,** for example mobile data in place of Wi-Fi.',
  'review-consents': '**Review what you share** in your account, under “Privacy”. Each switch works at once.',
  'wipe-device':
    '**Remove it from your account** in the companion app, then hold its power button for ten seconds until the light flashes twice. Your data is then gone from it.',
  'find-receipt': '**Find the order number** in your confirmation e-mail: it is the proof of purchase.',
};
