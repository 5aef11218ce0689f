// What a customer can try, step by step, in Spanish. Each says what to do and how to see that it is done.
import type { StepId } from './words.ts';

export const stepsEs: Record<StepId, string> = {
  restart:
    '**Reinícielo.** Apáguelo, espere diez segundos y vuelva a encenderlo. Reinicie también el teléfono o el ordenador con el que lo usa.',
  'factory-reset':
    '**Restablezca los ajustes de fábrica.** Mantenga pulsado el botón de encendido unos diez segundos, hasta que la luz parpadee dos veces, y configúrelo de nuevo. Se pierden los emparejamientos y los ajustes guardados.',
  'charge-fully': '**Cárguelo** al menos 30 minutos con el cable original y vuelva a probar.',
  'other-cable': '**Pruebe otro cable** que funcione con otro aparato.',
  'other-socket': '**Pruebe otro enchufe,** sin alargador ni temporizador.',
  'bluetooth-toggle':
    '**Desactive y vuelva a activar el Bluetooth** en su teléfono u ordenador, con los dos a menos de un metro.',
  'forget-pairing':
    '**Emparéjelo de nuevo.** En los ajustes de Bluetooth de su teléfono, elija «olvidar». Después mantenga pulsado su botón Bluetooth cinco segundos, hasta que la luz parpadee, y selecciónelo en la lista.',
  'other-phone':
    '**Pruébelo con otro teléfono u ordenador.** Si ahí funciona, la causa está en los ajustes del primero.',
  'pair-new':
    '**Emparéjelo.** Mantenga pulsado el botón Bluetooth cinco segundos, hasta que la luz parpadee, y selecciónelo en la lista de Bluetooth de su teléfono.',
  'install-app': '**Instale la aplicación** desde su tienda de aplicaciones, ábrala y elija «Añadir un dispositivo».',
  'update-firmware':
    '**Actualice el firmware.** En la aplicación, abra el dispositivo y elija «Actualizar». Déjelo cargando hasta que termine.',
  'close-app':
    '**Cierre la aplicación por completo y ábrala de nuevo.** Si no cambia nada, reinicie también el teléfono.',
  'update-app': '**Actualice la aplicación** en su tienda de aplicaciones y ábrala de nuevo.',
  'reinstall-app':
    '**Elimine la aplicación e instálela de nuevo.** Sus dispositivos y ajustes vuelven al iniciar sesión.',
  'app-permissions':
    '**Revise los permisos de la aplicación.** En los ajustes del teléfono, permítale usar Bluetooth y dispositivos cercanos.',
  'allow-notifications':
    '**Permita las notificaciones** de la aplicación en los ajustes del teléfono y desactive «No molestar».',
  'check-volume':
    '**Suba el volumen en ambos lados,** en el aparato y en lo que reproduce el sonido, y compruebe que ninguno esté silenciado.',
  'choose-output': '**Elíjalo como salida de sonido** en los ajustes de su teléfono u ordenador.',
  'check-balance': '**Centre el balance.** Está en los ajustes de accesibilidad del teléfono, en sonido.',
  'clean-contacts': '**Limpie los contactos de carga** con un bastoncillo seco y retire la pelusa del conector.',
  'clean-mesh': '**Limpie la rejilla** de las salidas de sonido con un cepillo suave y seco.',
  'save-battery': '**Ahorre batería:** baje el brillo o el volumen y cierre lo que no use.',
  'cool-down':
    '**Desenchúfelo y deje que se enfríe** 15 minutos en un lugar seco y aireado, sin sol. Después vuelva a probar.',
  'replace-batteries': '**Ponga pilas nuevas** del mismo tipo y compruebe los polos.',
  'move-receiver': '**Conecte el receptor USB a otro puerto,** directamente en el ordenador, no en un concentrador.',
  'keyboard-layout': '**Compruebe la distribución del teclado** en los ajustes de idioma de su ordenador.',
  'clean-keys': '**Limpie entre las teclas.** Apáguelo, póngalo boca abajo y sople a lo largo de las filas.',
  'replace-bulb': '**Cambie la bombilla.** Desenchufe la lámpara, deje que se enfríe y pruebe una que funcione.',
  'check-dimmer': '**Gire el regulador al máximo** y use una bombilla regulable.',
  'seat-base': '**Colóquelo recto sobre la base,** después de secar la base y la parte inferior.',
  'check-fill':
    '**Compruebe el nivel de agua:** entre MIN y MAX. Por encima de MAX rebosa y gotea; por debajo de MIN se apaga solo. Desenchúfelo antes.',
  descale:
    '**Elimine la cal.** Hierva medio litro de agua con dos cucharadas de ácido cítrico, espere 20 minutos y enjuague dos veces.',
  'rinse-filter': '**Enjuague el filtro** de la boquilla bajo el grifo y encájelo de nuevo.',
  'reseat-battery': '**Saque la batería y vuelva a ponerla** hasta oír un clic.',
  'check-card':
    '**Pruebe otra tarjeta de memoria.** Formatéela en la cámara, no en un ordenador; guarde antes sus fotos en otro lugar.',
  'clean-lens': '**Limpie el objetivo** con un paño seco de microfibra, en círculos desde el centro.',
  'check-focus': '**Ponga el enfoque en automático** y pulse el disparador a medias hasta que el marco se vea verde.',
  'sync-watch':
    '**Inicie la sincronización a mano.** Abra la aplicación junto al reloj y deslice hacia abajo en la primera página.',
  'wear-snugly': '**Llévelo ajustado,** un dedo por encima del hueso de la muñeca, y seque el sensor.',
  'care-zip': '**Cuide la cremallera.** Cepíllela y pase una vela o cera por los dientes.',
  'adjust-straps': '**Ajuste las correas:** primero la cadera, luego los hombros y al final el pecho.',
  'wash-by-hand': '**Lávela a mano** con agua tibia y jabón suave, y enjuague bien.',
  'air-dry': '**Deje que se seque al aire,** abierta y boca abajo, no sobre un radiador.',
  'wash-cool': '**Lávela a 30 °C** en programa delicado, sola y sin suavizante.',
  'remove-lint': '**Retire las bolitas** con un peine o una rasuradora para tejidos, suavemente y en un solo sentido.',
  'check-wattage':
    '**Compare la potencia.** Los vatios del cargador deben ser al menos los que pide su aparato; el cable también debe soportarlos.',
  'other-port': '**Use otro puerto del cargador,** con un solo aparato cada vez.',
  'reset-password':
    '**Cree una contraseña nueva** con «He olvidado mi contraseña» en la página de acceso. El enlace vale una hora.',
  'check-spam': '**Mire en la carpeta de correo no deseado** y busque nuestro nombre.',
  'check-email': '**Revise la dirección de correo** por si hay un error, y pruebe las otras que usa.',
  'clear-cookies': '**Borre las cookies y la caché** de nuestra tienda en el navegador y vuelva a iniciar sesión.',
  'other-browser': '**Pruebe otro navegador,** o una ventana privada, sin extensiones.',
  'other-network': '**Pruebe otra red,** por ejemplo datos móviles en lugar de wifi.',
  'review-consents': '**Revise lo que comparte** en su cuenta, en «Privacidad». Cada opción se aplica al momento.',
  'wipe-device':
    '**Elimínelo de su cuenta** en la aplicación y mantenga pulsado el botón de encendido diez segundos, hasta que la luz parpadee dos veces. Así se borran sus datos.',
  'find-receipt': '**Busque el número de pedido** en el correo de confirmación: es el comprobante de compra.',
};
