// What a customer can try, step by step, in French. Each says what to do and how to see that it is done.
import type { StepId } from './words.ts';

export const stepsFr: Record<StepId, string> = {
  restart:
    "**Redémarrez l'appareil.** Éteignez-le, attendez dix secondes et rallumez-le. Redémarrez aussi le téléphone ou l'ordinateur utilisé avec lui.",
  'factory-reset':
    "**Rétablissez les réglages d'usine.** Maintenez le bouton d'alimentation environ dix secondes, jusqu'à ce que le voyant clignote deux fois, puis configurez l'appareil à nouveau. Les appairages et réglages enregistrés sont perdus.",
  'charge-fully': "**Rechargez-le** au moins 30 minutes avec le câble d'origine, puis réessayez.",
  'other-cable': '**Essayez un autre câble** qui fonctionne avec un autre appareil.',
  'other-socket': '**Essayez une autre prise murale,** sans rallonge ni minuterie.',
  'bluetooth-toggle':
    "**Désactivez puis réactivez le Bluetooth** de votre téléphone ou ordinateur, les deux à moins d'un mètre l'un de l'autre.",
  'forget-pairing':
    "**Refaites l'appairage.** Dans les réglages Bluetooth de votre téléphone, choisissez « oublier ». Maintenez ensuite son bouton Bluetooth cinq secondes, jusqu'à ce que le voyant clignote, et sélectionnez-le dans la liste.",
  'other-phone':
    "**Essayez-le avec un autre téléphone ou ordinateur.** S'il fonctionne, la cause est dans les réglages du premier.",
  'pair-new':
    "**Appairez-le.** Maintenez le bouton Bluetooth cinq secondes, jusqu'à ce que le voyant clignote, puis sélectionnez-le dans la liste Bluetooth de votre téléphone.",
  'install-app':
    "**Installez l'application** depuis votre boutique d'applications, ouvrez-la et choisissez « Ajouter un appareil ».",
  'update-firmware':
    "**Mettez à jour son micrologiciel.** Dans l'application, ouvrez l'appareil et choisissez « Mettre à jour ». Laissez-le en charge jusqu'à la fin.",
  'close-app': "**Fermez complètement l'application et rouvrez-la.** Si rien ne change, redémarrez aussi le téléphone.",
  'update-app': "**Mettez l'application à jour** dans votre boutique d'applications, puis rouvrez-la.",
  'reinstall-app':
    "**Supprimez l'application et réinstallez-la.** Vos appareils et réglages reviennent à la connexion.",
  'app-permissions':
    "**Vérifiez les autorisations de l'application.** Dans les réglages du téléphone, autorisez le Bluetooth et les appareils à proximité.",
  'allow-notifications':
    "**Autorisez les notifications** de l'application dans les réglages du téléphone et désactivez « Ne pas déranger ».",
  'check-volume':
    "**Montez le volume des deux côtés,** sur l'appareil et sur la source, et vérifiez qu'aucun n'est en sourdine.",
  'choose-output': '**Choisissez-le comme sortie audio** dans les réglages de votre téléphone ou ordinateur.',
  'check-balance': "**Recentrez la balance.** Elle se trouve dans les réglages d'accessibilité du téléphone, sous son.",
  'clean-contacts': '**Nettoyez les contacts de charge** avec un coton-tige sec et retirez les peluches du connecteur.',
  'clean-mesh': '**Nettoyez la grille** des sorties de son avec une brosse douce et sèche.',
  'save-battery': "**Ménagez la batterie :** baissez la luminosité ou le volume et fermez ce que vous n'utilisez pas.",
  'cool-down':
    "**Débranchez-le et laissez-le refroidir** 15 minutes dans un endroit sec et aéré, à l'abri du soleil. Puis réessayez.",
  'replace-batteries': '**Mettez des piles neuves** du même type et vérifiez les pôles.',
  'move-receiver':
    "**Branchez le récepteur USB sur un autre port,** directement sur l'ordinateur et non sur un concentrateur.",
  'keyboard-layout': '**Vérifiez la disposition du clavier** dans les réglages de langue de votre ordinateur.',
  'clean-keys': '**Nettoyez entre les touches.** Éteignez-le, retournez-le et soufflez le long des rangées.',
  'replace-bulb':
    "**Changez l'ampoule.** Débranchez la lampe, laissez-la refroidir et essayez une ampoule qui fonctionne ailleurs.",
  'check-dimmer': '**Réglez le variateur au maximum** et utilisez une ampoule compatible.',
  'seat-base': '**Posez-la bien droite sur son socle,** après avoir essuyé le socle et le dessous.',
  'check-fill':
    "**Vérifiez le niveau d'eau :** entre MIN et MAX. Au-dessus de MAX elle déborde et goutte ; sous MIN, elle s'arrête d'elle-même. Débranchez-la d'abord.",
  descale:
    "**Détartrez-la.** Faites bouillir un demi-litre d'eau avec deux cuillerées d'acide citrique, attendez 20 minutes et rincez deux fois.",
  'rinse-filter': "**Rincez le filtre** du bec sous l'eau et remettez-le en place.",
  'reseat-battery': "**Retirez la batterie et remettez-la** jusqu'au déclic.",
  'check-card':
    "**Essayez une autre carte mémoire.** Formatez-la dans l'appareil photo, pas sur un ordinateur ; sauvegardez d'abord vos photos.",
  'clean-lens': "**Nettoyez l'objectif** avec un chiffon microfibre sec, en cercles depuis le centre.",
  'check-focus':
    "**Passez la mise au point en automatique** et appuyez à mi-course sur le déclencheur jusqu'au cadre vert.",
  'sync-watch':
    "**Lancez la synchronisation à la main.** Ouvrez l'application près de la montre et tirez la première page vers le bas.",
  'wear-snugly': "**Portez-la bien ajustée,** un doigt au-dessus de l'os du poignet, et essuyez le capteur.",
  'care-zip': '**Entretenez la fermeture.** Brossez-la et passez une bougie ou de la cire le long des dents.',
  'adjust-straps': "**Réglez les sangles :** d'abord la ceinture, puis les épaules, enfin la sangle de poitrine.",
  'wash-by-hand': "**Lavez-le à la main** à l'eau tiède avec un savon doux, et rincez bien.",
  'air-dry': "**Laissez sécher à l'air,** ouvert et à l'envers, pas sur un radiateur.",
  'wash-cool': '**Lavez-la à 30 °C** en programme délicat, seule et sans adoucissant.',
  'remove-lint': '**Retirez les bouloches** avec un peigne ou un rasoir à tissu, doucement et dans un seul sens.',
  'check-wattage':
    "**Comparez la puissance.** Les watts du chargeur doivent atteindre ce que demande l'appareil ; le câble doit les supporter aussi.",
  'other-port': '**Utilisez un autre port du chargeur,** un seul appareil à la fois.',
  'reset-password':
    '**Créez un nouveau mot de passe** avec « Mot de passe oublié » sur la page de connexion. Le lien est valable une heure.',
  'check-spam': '**Regardez dans les courriers indésirables** et cherchez notre nom.',
  'check-email': "**Vérifiez l'adresse e-mail** (fautes de frappe) et essayez vos autres adresses.",
  'clear-cookies': '**Effacez les cookies et le cache** de notre boutique dans le navigateur, puis reconnectez-vous.',
  'other-browser': '**Essayez un autre navigateur,** ou une fenêtre privée, sans extensions.',
  'other-network': '**Essayez un autre réseau,** par exemple les données mobiles au lieu du Wi-Fi.',
  'review-consents':
    "**Revoyez ce que vous partagez** dans votre compte, sous « Confidentialité ». Chaque réglage s'applique aussitôt.",
  'wipe-device':
    "**Retirez-le de votre compte** dans l'application, puis maintenez le bouton d'alimentation dix secondes, jusqu'à ce que le voyant clignote deux fois. Vos données en sont alors effacées.",
  'find-receipt': "**Retrouvez le numéro de commande** dans l'e-mail de confirmation : c'est la preuve d'achat.",
};
