<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>AboutBox</name>
  <message>
   <source>&lt;p&gt;Active model: {model}&lt;/p&gt;</source>
   <translation>&lt;p&gt;Modelo activo: {model}&lt;/p&gt;</translation>
  </message>
  <message>
   <source>&lt;p&gt;Apache License 2.0. Your photos are never changed, and nothing leaves this machine.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Licencia Apache 2.0. Sus fotos nunca se modifican y nada sale de este equipo.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>&lt;p&gt;Finds cracks in photos of concrete, pavement and masonry, and learns from tags alone.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Detecta fisuras en fotos de hormigón, pavimento y mampostería, y aprende solo a partir de etiquetas.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>About Crack Review</source>
   <translation>Acerca de Crack Review</translation>
  </message>
  <message>
   <source>Libraries and their licences</source>
   <translation>Bibliotecas y sus licencias</translation>
  </message>
  <message>
   <source>Licences of the libraries inside</source>
   <translation>Licencias de las bibliotecas incluidas</translation>
  </message>
  <message>
   <source>Whole texts</source>
   <translation>Textos completos</translation>
  </message>
  <message>
   <source>see its page</source>
   <translation>véase su página</translation>
  </message>
 </context>
 <context>
  <name>After</name>
  <message>
   <source>({low} to {high})</source>
   <translation>({low} a {high})</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Activo</translation>
  </message>
  <message>
   <source>Both stay on the shelf; you can change your mind there at any time.</source>
   <translation>Ambas permanecen en la biblioteca de modelos; allí puede cambiar de opinión cuando quiera.</translation>
  </message>
  <message>
   <source>Cracked told from not cracked (AUROC)</source>
   <translation>Distinción entre con y sin fisura (AUROC)</translation>
  </message>
  <message>
   <source>Dice on cracked photos with true masks</source>
   <translation>Dice en fotos con fisura y máscara de referencia</translation>
  </message>
  <message>
   <source>Difference (95 % interval)</source>
   <translation>Diferencia (intervalo del 95 %)</translation>
  </message>
  <message>
   <source>Discard the new one…</source>
   <translation>Descartar la nueva…</translation>
  </message>
  <message>
   <source>False-alarm area on not cracked photos</source>
   <translation>Área de falsas alarmas en fotos sin fisura</translation>
  </message>
  <message>
   <source>Figures of both versions</source>
   <translation>Cifras de ambas versiones</translation>
  </message>
  <message>
   <source>Held out of every training: {cracked} photos tagged cracked, {clean} tagged not cracked.</source>
   <translation>Reservadas de todo entrenamiento: {cracked} fotos con fisura y {clean} sin fisura.</translation>
  </message>
  <message>
   <source>Held-out photos: left the active version, right the new one</source>
   <translation>Fotos reservadas: a la izquierda la versión activa, a la derecha la nueva</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nuevo</translation>
  </message>
  <message>
   <source>No clear difference on held-out photos; look at both below.</source>
   <translation>Sin diferencia clara en las fotos reservadas; observe ambas abajo.</translation>
  </message>
  <message>
   <source>No photo is held out yet, so there is none to put side by side.</source>
   <translation>Aún no hay fotos reservadas, así que no hay ninguna que comparar.</translation>
  </message>
  <message>
   <source>Stay with the active one</source>
   <translation>Seguir con el activo</translation>
  </message>
  <message>
   <source>Takes the new version off the shelf for good</source>
   <translation>Elimina la nueva versión de la biblioteca para siempre</translation>
  </message>
  <message>
   <source>The new version is better on held-out photos.</source>
   <translation>La nueva versión es mejor en las fotos reservadas.</translation>
  </message>
  <message>
   <source>The new version is worse on held-out photos: better discard it.</source>
   <translation>La nueva versión es peor en las fotos reservadas: mejor descártela.</translation>
  </message>
  <message>
   <source>Use the new version</source>
   <translation>Usar la nueva versión</translation>
  </message>
  <message>
   <source>better</source>
   <translation>mejor</translation>
  </message>
  <message>
   <source>no clear difference</source>
   <translation>sin diferencia clara</translation>
  </message>
  <message>
   <source>worse</source>
   <translation>peor</translation>
  </message>
 </context>
 <context>
  <name>Annotated</name>
  <message>
   <source>Brush</source>
   <translation>Pincel</translation>
  </message>
  <message>
   <source>Click</source>
   <translation>Clic</translation>
  </message>
  <message>
   <source>Corner {number} of 4</source>
   <translation>Esquina {number} de 4</translation>
  </message>
  <message>
   <source>Ctrl+Wheel</source>
   <translation>Ctrl+rueda</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Drag</source>
   <translation>Arrastrar</translation>
  </message>
  <message>
   <source>Draw</source>
   <translation>Dibujar</translation>
  </message>
  <message>
   <source>Eraser</source>
   <translation>Borrador</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Hide</source>
   <translation>Ocultar</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Línea</translation>
  </message>
  <message>
   <source>Loupe</source>
   <translation>Lupa</translation>
  </message>
  <message>
   <source>Middle button</source>
   <translation>Botón central</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Mover</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Contorno</translation>
  </message>
  <message>
   <source>Ruler</source>
   <translation>Regla</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Tamaño</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Espacio</translation>
  </message>
  <message>
   <source>Split</source>
   <translation>Dividir</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Estilo</translation>
  </message>
  <message>
   <source>Wheel</source>
   <translation>Rueda</translation>
  </message>
  <message>
   <source>Zoom</source>
   <translation>Zoom</translation>
  </message>
  <message>
   <source>false alarm</source>
   <translation>falsa alarma</translation>
  </message>
  <message>
   <source>found</source>
   <translation>detectado</translation>
  </message>
  <message>
   <source>mask</source>
   <translation>máscara</translation>
  </message>
  <message>
   <source>missed</source>
   <translation>omitido</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>foto</translation>
  </message>
 </context>
 <context>
  <name>Archive</name>
  <message numerus="yes">
   <source>%Ln pairs compared.</source>
   <translation>
    <numerusform>%Ln par comparado.</numerusform>
    <numerusform>%Ln pares comparados.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pairs do not fit: see the table.</source>
   <translation>
    <numerusform>%Ln par no encaja: véase la tabla.</numerusform>
    <numerusform>%Ln pares no encajan: véase la tabla.</numerusform>
   </translation>
  </message>
  <message>
   <source>Choose the folder with photos of the earlier date, then compare.</source>
   <translation>Elija la carpeta con las fotos de la fecha anterior y compare.</translation>
  </message>
  <message>
   <source>Nothing compared yet</source>
   <translation>Aún no se ha comparado nada</translation>
  </message>
  <message>
   <source>Stopped; what was compared stays in the table.</source>
   <translation>Detenido; lo comparado permanece en la tabla.</translation>
  </message>
  <message>
   <source>These two photos do not fit</source>
   <translation>Estas dos fotos no encajan</translation>
  </message>
  <message>
   <source>{file} is written.</source>
   <translation>{file} se ha guardado.</translation>
  </message>
 </context>
 <context>
  <name>Before</name>
  <message numerus="yes">
   <source>%Ln left out</source>
   <translation>
    <numerusform>%Ln omitida</numerusform>
    <numerusform>%Ln omitidas</numerusform>
   </translation>
  </message>
  <message>
   <source>A click opens the photo; held-out photos and their near-duplicates never train.</source>
   <translation>Un clic abre la foto; las fotos reservadas y sus casi duplicados nunca se usan para entrenar.</translation>
  </message>
  <message>
   <source>A note for the shelf, for example: after the pier photos</source>
   <translation>Una nota para la biblioteca, por ejemplo: tras las fotos del pilar</translation>
  </message>
  <message>
   <source>Forget it</source>
   <translation>Descartarlo</translation>
  </message>
  <message>
   <source>How thoroughly</source>
   <translation>Con qué detalle</translation>
  </message>
  <message numerus="yes">
   <source>Learn from the strokes on %Ln photos, too</source>
   <translation>
    <numerusform>Aprender también de los trazos de %Ln foto</numerusform>
    <numerusform>Aprender también de los trazos de %Ln fotos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Look at %Ln doubtful tags first</source>
   <translation>
    <numerusform>Revisar antes %Ln etiqueta dudosa</numerusform>
    <numerusform>Revisar antes %Ln etiquetas dudosas</numerusform>
   </translation>
  </message>
  <message>
   <source>Looking for near-duplicates, so that no photo is both learnt from and judged by.</source>
   <translation>Buscando casi duplicados, para que ninguna foto sirva a la vez para aprender y para evaluar.</translation>
  </message>
  <message>
   <source>Note for the shelf</source>
   <translation>Nota para la biblioteca</translation>
  </message>
  <message>
   <source>Painted and erased pixels become labels; off, tags are all that the model learns from</source>
   <translation>Los píxeles dibujados y borrados sirven de etiquetas; si no, el modelo aprende solo de las etiquetas de foto</translation>
  </message>
  <message>
   <source>Quick: enough to learn this site's surfaces</source>
   <translation>Rápido: basta para aprender las superficies de esta obra</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Reanudar</translation>
  </message>
  <message>
   <source>Resume {run}</source>
   <translation>Reanudar {run}</translation>
  </message>
  <message>
   <source>Start training</source>
   <translation>Iniciar entrenamiento</translation>
  </message>
  <message>
   <source>Tag photos with C, N and U; they appear here.</source>
   <translation>Etiquete fotos con C, N y U; aparecerán aquí.</translation>
  </message>
  <message>
   <source>Tagged cracked</source>
   <translation>Etiquetadas con fisura</translation>
  </message>
  <message>
   <source>Tagged not cracked</source>
   <translation>Etiquetadas sin fisura</translation>
  </message>
  <message>
   <source>Tagged unsure</source>
   <translation>Etiquetadas dudosas</translation>
  </message>
  <message>
   <source>Tags that the active model contradicts; some may be slips of the finger</source>
   <translation>Etiquetas que el modelo activo contradice; algunas pueden ser errores al pulsar</translation>
  </message>
  <message>
   <source>The interrupted run is not offered any more; its best is dropped too</source>
   <translation>La ejecución interrumpida deja de ofrecerse; también se descarta su mejor estado</translation>
  </message>
  <message>
   <source>Thorough: for a model that is kept</source>
   <translation>A fondo: para un modelo que se conserva</translation>
  </message>
  <message>
   <source>What the model will learn from</source>
   <translation>De qué aprenderá el modelo</translation>
  </message>
  <message>
   <source>{learning} to learn from · {held_out} held out</source>
   <translation>{learning} para aprender · {held_out} reservadas</translation>
  </message>
  <message>
   <source>{preset}, {time} on this machine</source>
   <translation>{preset}, {time} en este equipo</translation>
  </message>
  <message>
   <source>▲ The active model contradicts the tag.</source>
   <translation>▲ El modelo activo contradice la etiqueta.</translation>
  </message>
 </context>
 <context>
  <name>Calibrating</name>
  <message numerus="yes">
   <source>%Ln photos have none:</source>
   <translation>
    <numerusform>%Ln foto no tiene:</numerusform>
    <numerusform>%Ln fotos no tienen:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Markers on %Ln photos give their scale.</source>
   <translation>
    <numerusform>El marcador de %Ln foto da su escala.</numerusform>
    <numerusform>Los marcadores de %Ln fotos dan su escala.</numerusform>
   </translation>
  </message>
  <message>
   <source>Set. This photo keeps its folder's scale; “Back to pixels” takes that away.</source>
   <translation>Hecho. Esta foto conserva la escala de su carpeta; «Volver a píxeles» se la quita.</translation>
  </message>
  <message>
   <source>Set. This photo keeps the scale of its own; “Back to pixels” takes that away.</source>
   <translation>Hecho. Esta foto conserva su propia escala; «Volver a píxeles» se la quita.</translation>
  </message>
  <message>
   <source>This photo does not say which camera took it; set the scale for its folder.</source>
   <translation>Esta foto no indica su cámara; fije la escala para su carpeta.</translation>
  </message>
 </context>
 <context>
  <name>Choosers</name>
  <message>
   <source>Choose folder of true masks</source>
   <translation>Elegir la carpeta de máscaras de referencia</translation>
  </message>
  <message>
   <source>Export tags</source>
   <translation>Exportar etiquetas</translation>
  </message>
  <message>
   <source>Hand over the project</source>
   <translation>Entregar el proyecto</translation>
  </message>
  <message>
   <source>Import tags</source>
   <translation>Importar etiquetas</translation>
  </message>
  <message>
   <source>Merge a colleague's project</source>
   <translation>Fusionar el proyecto de un colega</translation>
  </message>
  <message>
   <source>Merge the project of a folder</source>
   <translation>Fusionar el proyecto de una carpeta</translation>
  </message>
  <message>
   <source>Open folder of photos</source>
   <translation>Abrir carpeta de fotos</translation>
  </message>
  <message>
   <source>Projects (*.crackreview)</source>
   <translation>Proyectos (*.crackreview)</translation>
  </message>
  <message>
   <source>Tables (*.csv)</source>
   <translation>Tablas (*.csv)</translation>
  </message>
 </context>
 <context>
  <name>CommandPalette</name>
  <message>
   <source>Commands</source>
   <translation>Comandos</translation>
  </message>
  <message>
   <source>Search commands</source>
   <translation>Buscar comandos</translation>
  </message>
  <message>
   <source>What do you want to do?</source>
   <translation>¿Qué desea hacer?</translation>
  </message>
 </context>
 <context>
  <name>Comparing</name>
  <message>
   <source>There is no other version to compare with: retrain, or import one on the model shelf.</source>
   <translation>No hay otra versión con la que comparar: reentrene o importe una en la biblioteca de modelos.</translation>
  </message>
 </context>
 <context>
  <name>CrackPanel</name>
  <message numerus="yes">
   <source> · %Ln rejected</source>
   <translation>
    <numerusform> · %Ln rechazada</numerusform>
    <numerusform> · %Ln rechazadas</numerusform>
   </translation>
  </message>
  <message>
   <source>A note on this crack</source>
   <translation>Una nota sobre esta fisura</translation>
  </message>
  <message>
   <source>Click a crack</source>
   <translation>Haga clic en una fisura</translation>
  </message>
  <message>
   <source>Cracks of the photo</source>
   <translation>Fisuras de la foto</translation>
  </message>
  <message>
   <source>Cracks · {count}</source>
   <translation>Fisuras · {count}</translation>
  </message>
  <message>
   <source>Next &lt;b&gt;.&lt;/b&gt; &amp;nbsp; Reject &lt;b&gt;X&lt;/b&gt; &amp;nbsp; Accept &lt;b&gt;A&lt;/b&gt;</source>
   <translation>Siguiente &lt;b&gt;.&lt;/b&gt; &amp;nbsp; Rechazar &lt;b&gt;X&lt;/b&gt; &amp;nbsp; Aceptar &lt;b&gt;A&lt;/b&gt;</translation>
  </message>
  <message>
   <source>Note on the chosen crack</source>
   <translation>Nota sobre la fisura elegida</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>aceptada</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>rechazada</translation>
  </message>
 </context>
 <context>
  <name>Curves</name>
  <message>
   <source>Figures</source>
   <translation>Cifras</translation>
  </message>
  <message>
   <source>Loss</source>
   <translation>Pérdida</translation>
  </message>
  <message>
   <source>step</source>
   <translation>paso</translation>
  </message>
 </context>
 <context>
  <name>CurvesPanel</name>
  <message>
   <source>Curves</source>
   <translation>Curvas</translation>
  </message>
  <message>
   <source>Precision, recall and Dice at every threshold</source>
   <translation>Precisión, exhaustividad y Dice en cada umbral</translation>
  </message>
  <message>
   <source>all</source>
   <translation>todas</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>foto</translation>
  </message>
 </context>
 <context>
  <name>DatesDialog</name>
  <message>
   <source>After</source>
   <translation>Después</translation>
  </message>
  <message>
   <source>Before</source>
   <translation>Antes</translation>
  </message>
  <message>
   <source>Blink instead of the slider</source>
   <translation>Parpadeo en lugar del comparador</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Comparar</translation>
  </message>
  <message>
   <source>Compare two dates</source>
   <translation>Comparar dos fechas</translation>
  </message>
  <message>
   <source>Comparing …</source>
   <translation>Comparando…</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Anterior</translation>
  </message>
  <message>
   <source>Earlier date</source>
   <translation>Fecha anterior</translation>
  </message>
  <message>
   <source>Fit</source>
   <translation>Ajuste</translation>
  </message>
  <message>
   <source>GPS</source>
   <translation>GPS</translation>
  </message>
  <message>
   <source>Growth of each spot</source>
   <translation>Crecimiento de cada punto</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Posterior</translation>
  </message>
  <message>
   <source>Later date</source>
   <translation>Fecha posterior</translation>
  </message>
  <message>
   <source>Looking for pairs …</source>
   <translation>Buscando pares…</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nuevo</translation>
  </message>
  <message>
   <source>Paired by</source>
   <translation>Emparejado por</translation>
  </message>
  <message>
   <source>Pick the earlier photo…</source>
   <translation>Elegir la foto anterior…</translation>
  </message>
  <message>
   <source>Save table</source>
   <translation>Guardar tabla</translation>
  </message>
  <message>
   <source>Save table…</source>
   <translation>Guardar tabla…</translation>
  </message>
  <message>
   <source>Tables (*.csv)</source>
   <translation>Tablas (*.csv)</translation>
  </message>
  <message>
   <source>The earlier photo of {photo}</source>
   <translation>La foto anterior de {photo}</translation>
  </message>
  <message>
   <source>Widening, largest</source>
   <translation>Ensanchamiento máximo</translation>
  </message>
  <message>
   <source>Widening, mean</source>
   <translation>Ensanchamiento medio</translation>
  </message>
  <message>
   <source>hand</source>
   <translation>mano</translation>
  </message>
  <message>
   <source>name</source>
   <translation>nombre</translation>
  </message>
  <message>
   <source>none found: pick one</source>
   <translation>ninguna encontrada: elija una</translation>
  </message>
  <message>
   <source>{inliers} points within {error} px, {overlap} % shared</source>
   <translation>{inliers} puntos a menos de {error} px, {overlap} % en común</translation>
  </message>
 </context>
 <context>
  <name>Desk</name>
  <message>
   <source>X reject · A accept</source>
   <translation>X rechazar · A aceptar</translation>
  </message>
  <message>
   <source>accepted · A takes it back</source>
   <translation>aceptada · A lo deshace</translation>
  </message>
  <message>
   <source>ignored · X looks at it again</source>
   <translation>ignorada · X la vuelve a tener en cuenta</translation>
  </message>
  <message>
   <source>rejected · X takes it back</source>
   <translation>rechazada · X lo deshace</translation>
  </message>
 </context>
 <context>
  <name>Dialogs</name>
  <message>
   <source>Remove</source>
   <translation>Eliminar</translation>
  </message>
  <message>
   <source>Remove {version} for good? Folders in which it is active go back to the shipped one.</source>
   <translation>¿Eliminar {version} definitivamente? Las carpetas en las que está activa volverán a la incluida de fábrica.</translation>
  </message>
  <message>
   <source>a photo that is gone</source>
   <translation>una foto que ya no está</translation>
  </message>
  <message>
   <source>none</source>
   <translation>ninguno</translation>
  </message>
 </context>
 <context>
  <name>Dropping</name>
  <message>
   <source>{name} is neither a folder nor a photo; drop a folder of photos, or one of its photos.</source>
   <translation>{name} no es ni una carpeta ni una foto; suelte aquí una carpeta de fotos o una de sus fotos.</translation>
  </message>
 </context>
 <context>
  <name>During</name>
  <message>
   <source>Comparing both versions on photos that neither learnt from</source>
   <translation>Comparando ambas versiones en fotos de las que ninguna aprendió</translation>
  </message>
  <message>
   <source>Cores and memory are free. The run is kept, also when you close the program.</source>
   <translation>Los núcleos y la memoria están libres. La ejecución se conserva aunque cierre el programa.</translation>
  </message>
  <message>
   <source>Getting ready …</source>
   <translation>Preparando…</translation>
  </message>
  <message>
   <source>Gives cores and memory back; the run goes on from here later</source>
   <translation>Libera núcleos y memoria; la ejecución continuará desde aquí más tarde</translation>
  </message>
  <message>
   <source>Log of the training</source>
   <translation>Registro del entrenamiento</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Pausar</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pausa</translation>
  </message>
  <message>
   <source>Pausing after this step …</source>
   <translation>Se pausará tras este paso…</translation>
  </message>
  <message>
   <source>Resume</source>
   <translation>Reanudar</translation>
  </message>
  <message>
   <source>Step {step}</source>
   <translation>Paso {step}</translation>
  </message>
  <message>
   <source>Stop and keep the best so far</source>
   <translation>Detener y conservar lo mejor hasta ahora</translation>
  </message>
  <message>
   <source>You can close this window and go on tagging; the result is shown here.</source>
   <translation>Puede cerrar esta ventana y seguir etiquetando; el resultado se muestra aquí.</translation>
  </message>
  <message>
   <source>You can close this window and go on tagging; training continues.</source>
   <translation>Puede cerrar esta ventana y seguir etiquetando; el entrenamiento continúa.</translation>
  </message>
  <message>
   <source>loss {value}</source>
   <translation>pérdida {value}</translation>
  </message>
  <message>
   <source>step {done} of {total}</source>
   <translation>paso {done} de {total}</translation>
  </message>
  <message>
   <source>{done} of {total} photos</source>
   <translation>{done} de {total} fotos</translation>
  </message>
  <message>
   <source>{run}, paused</source>
   <translation>{run}, en pausa</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>quedan {time}</translation>
  </message>
 </context>
 <context>
  <name>Easel</name>
  <message>
   <source>Loading {name} …</source>
   <translation>Cargando {name}…</translation>
  </message>
  <message>
   <source>No photo yet</source>
   <translation>Aún no hay fotos</translation>
  </message>
  <message>
   <source>Open a folder of photos, or drop one here.</source>
   <translation>Abra una carpeta de fotos o arrástrela aquí.</translation>
  </message>
  <message>
   <source>Photo with crack mask</source>
   <translation>Foto con máscara de fisuras</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
 </context>
 <context>
  <name>Examining</name>
  <message>
   <source>The comparison was cancelled; the new version is on the shelf.</source>
   <translation>La comparación se canceló; la nueva versión está en la biblioteca.</translation>
  </message>
 </context>
 <context>
  <name>ExportDialog</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Compass direction of the upper edge of photos whose files say none: 0 is north, 90 is east.</source>
   <translation>Rumbo del borde superior de las fotos cuyos archivos no lo indican: 0 es el norte, 90 el este.</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportar</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Carpeta</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>Formatos</translation>
  </message>
  <message>
   <source>JSON, a file for each photo</source>
   <translation>JSON, un archivo por foto</translation>
  </message>
  <message>
   <source>Open folder</source>
   <translation>Abrir carpeta</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <source>Reading what is known …</source>
   <translation>Leyendo lo conocido…</translation>
  </message>
  <message>
   <source>Replace {count}</source>
   <translation>Reemplazar {count}</translation>
  </message>
  <message>
   <source>Upper edge on the map</source>
   <translation>Borde superior en el mapa</translation>
  </message>
  <message>
   <source>as the photos say</source>
   <translation>como indican las fotos</translation>
  </message>
  <message>
   <source>centre lines and outlines on layers, for CAD</source>
   <translation>líneas centrales y contornos en capas, para CAD</translation>
  </message>
  <message>
   <source>labels, a file for each photo</source>
   <translation>etiquetas, un archivo por foto</translation>
  </message>
  <message>
   <source>masks, a file for each photo</source>
   <translation>máscaras, un archivo por foto</translation>
  </message>
  <message>
   <source>on the map: needs GPS, scale and heading</source>
   <translation>en el mapa: necesita GPS, escala y rumbo</translation>
  </message>
  <message>
   <source>outlines and centre lines, in pixels</source>
   <translation>contornos y líneas centrales, en píxeles</translation>
  </message>
  <message>
   <source>photos with their cracks and a scale bar</source>
   <translation>fotos con sus fisuras y una barra de escala</translation>
  </message>
  <message>
   <source>polygons, one file for all photos</source>
   <translation>polígonos, un archivo para todas las fotos</translation>
  </message>
  <message>
   <source>run lengths, one file for all photos</source>
   <translation>longitudes de serie, un archivo para todas las fotos</translation>
  </message>
  <message>
   <source>the same two tables as a workbook</source>
   <translation>las mismas dos tablas en un libro de cálculo</translation>
  </message>
  <message>
   <source>two tables: a row for each crack, for each photo</source>
   <translation>dos tablas: una fila por fisura y por foto</translation>
  </message>
  <message numerus="yes">
   <source>{file} is there already. Replace %Ln files in all, or choose another folder.</source>
   <translation>
    <numerusform>{file} ya existe. Reemplace ese archivo o elija otra carpeta.</numerusform>
    <numerusform>{file} ya existe. Reemplace %Ln archivos en total o elija otra carpeta.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FactsPanel</name>
  <message>
   <source>Camera</source>
   <translation>Cámara</translation>
  </message>
  <message>
   <source>Copy place</source>
   <translation>Copiar lugar</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <source>Focal length</source>
   <translation>Distancia focal</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <source>Show on a map (opens the browser)</source>
   <translation>Mostrar en un mapa (abre el navegador)</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Tamaño</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Tomada</translation>
  </message>
  <message>
   <source>{count} MP</source>
   <translation>{count} MP</translation>
  </message>
 </context>
 <context>
  <name>Gauge</name>
  <message>
   <source>Not calibrated: widths are in px, without classes</source>
   <translation>Sin calibrar: anchos en px, sin clases</translation>
  </message>
  <message>
   <source>There is no crack on this photo.</source>
   <translation>No hay fisuras en esta foto.</translation>
  </message>
  <message>
   <source>not resolved</source>
   <translation>no resuelto</translation>
  </message>
 </context>
 <context>
  <name>HistoryWindow</name>
  <message>
   <source>Before the first action</source>
   <translation>Antes de la primera acción</translation>
  </message>
  <message>
   <source>Do again up to here</source>
   <translation>Rehacer hasta aquí</translation>
  </message>
  <message>
   <source>Do the chosen action and those before it again</source>
   <translation>Rehace la acción elegida y las anteriores</translation>
  </message>
  <message>
   <source>Find in the history</source>
   <translation>Buscar en el historial</translation>
  </message>
  <message>
   <source>Find: who, what, photo</source>
   <translation>Buscar: quién, qué, foto</translation>
  </message>
  <message>
   <source>Go back to here</source>
   <translation>Volver a este punto</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>History of this project</source>
   <translation>Historial de este proyecto</translation>
  </message>
  <message>
   <source>Nothing is lost by going back: what was undone can be done again until something new is said.</source>
   <translation>Al volver atrás no se pierde nada: lo deshecho puede rehacerse hasta que indique algo nuevo.</translation>
  </message>
  <message>
   <source>Older…</source>
   <translation>Anteriores…</translation>
  </message>
  <message>
   <source>Show the photo</source>
   <translation>Mostrar la foto</translation>
  </message>
  <message>
   <source>Undo everything that came after the chosen action</source>
   <translation>Deshacer todo lo posterior a la acción elegida</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <source>{what} (undone)</source>
   <translation>{what} (deshecho)</translation>
  </message>
 </context>
 <context>
  <name>ImportDialog</name>
  <message>
   <source>All shapes of all labels; photos by file name.</source>
   <translation>Todas las formas de todas las etiquetas; fotos por nombre de archivo.</translation>
  </message>
  <message>
   <source>COCO files (*.json)</source>
   <translation>Archivos COCO (*.json)</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Each mask is named as its photo (or photo_mask) and as large.</source>
   <translation>Cada máscara se llama como su foto (o foto_mask) y mide lo mismo.</translation>
  </message>
  <message>
   <source>From</source>
   <translation>Desde</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message>
   <source>Masks: a COCO file</source>
   <translation>Máscaras: un archivo COCO</translation>
  </message>
  <message>
   <source>Masks: a folder of LabelMe files</source>
   <translation>Máscaras: una carpeta de archivos LabelMe</translation>
  </message>
  <message>
   <source>Masks: a folder of PNG files</source>
   <translation>Máscaras: una carpeta de archivos PNG</translation>
  </message>
  <message>
   <source>Reading …</source>
   <translation>Leyendo…</translation>
  </message>
  <message>
   <source>Run lengths and polygons of all categories; photos by file name.</source>
   <translation>Longitudes de serie y polígonos de todas las categorías; fotos por nombre de archivo.</translation>
  </message>
  <message>
   <source>Tag photos cracked or not cracked by their masks</source>
   <translation>Etiquetar las fotos con o sin fisura según sus máscaras</translation>
  </message>
  <message>
   <source>Tags: the names of the photos' folders</source>
   <translation>Etiquetas: los nombres de las carpetas de fotos</translation>
  </message>
  <message>
   <source>They</source>
   <translation>Estas</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>are drawn upon what is shown</source>
   <translation>se dibujan sobre lo mostrado</translation>
  </message>
  <message>
   <source>cracked, not_cracked, Positive, Negative and the like; the nearest folder counts.</source>
   <translation>cracked, not_cracked, Positive, Negative y similares; cuenta la carpeta más próxima.</translation>
  </message>
  <message>
   <source>take the place of what is shown</source>
   <translation>sustituyen a lo mostrado</translation>
  </message>
 </context>
 <context>
  <name>Importing</name>
  <message numerus="yes">
   <source>%Ln masks were left out; the first: {problem}</source>
   <translation>
    <numerusform>%Ln máscara se omitió: {problem}</numerusform>
    <numerusform>%Ln máscaras se omitieron; la primera: {problem}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos have their masks from there.</source>
   <translation>
    <numerusform>%Ln foto tiene su máscara de allí.</numerusform>
    <numerusform>%Ln fotos tienen sus máscaras de allí.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos tagged by their folders.</source>
   <translation>
    <numerusform>%Ln foto etiquetada por su carpeta.</numerusform>
    <numerusform>%Ln fotos etiquetadas por sus carpetas.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>JobRow</name>
  <message>
   <source>Stop</source>
   <translation>Detener</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>quedan {time}</translation>
  </message>
 </context>
 <context>
  <name>JudgementDialog</name>
  <message>
   <source>From names of folders</source>
   <translation>A partir de los nombres de carpetas</translation>
  </message>
  <message>
   <source>Grades</source>
   <translation>Grados</translation>
  </message>
  <message>
   <source>Judgement</source>
   <translation>Valoración</translation>
  </message>
  <message>
   <source>Judgements that are there already stay. * stands for any text, ** for folders.</source>
   <translation>Las valoraciones existentes se conservan. * equivale a cualquier texto, ** a carpetas.</translation>
  </message>
  <message>
   <source>Name of the scale</source>
   <translation>Nombre de la escala</translation>
  </message>
  <message>
   <source>One grade a line, the best first: its code, then what it means.</source>
   <translation>Un grado por línea, el mejor primero: su código y después su significado.</translation>
  </message>
  <message>
   <source>Pattern of the names</source>
   <translation>Patrón de los nombres</translation>
  </message>
  <message>
   <source>Read names</source>
   <translation>Leer nombres</translation>
  </message>
  <message>
   <source>Scale of severity</source>
   <translation>Escala de gravedad</translation>
  </message>
  <message>
   <source>Usual scales</source>
   <translation>Escalas habituales</translation>
  </message>
 </context>
 <context>
  <name>JudgementPanel</name>
  <message>
   <source>Element</source>
   <translation>Elemento</translation>
  </message>
  <message>
   <source>Judgement</source>
   <translation>Valoración</translation>
  </message>
  <message>
   <source>Location</source>
   <translation>Ubicación</translation>
  </message>
  <message>
   <source>Scale of severity, pattern of folder names</source>
   <translation>Escala de gravedad, patrón de nombres de carpeta</translation>
  </message>
  <message>
   <source>Severity</source>
   <translation>Gravedad</translation>
  </message>
  <message>
   <source>Structure</source>
   <translation>Estructura</translation>
  </message>
 </context>
 <context>
  <name>LogWindow</name>
  <message>
   <source>Copy all</source>
   <translation>Copiar todo</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Registro</translation>
  </message>
  <message>
   <source>Nothing to report so far.</source>
   <translation>Por ahora no hay nada que contar.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message>
   <source>Close and lose it</source>
   <translation>Cerrar y perderlo</translation>
  </message>
  <message>
   <source>The disk takes changes again; everything is saved.</source>
   <translation>El disco vuelve a aceptar cambios; todo está guardado.</translation>
  </message>
  <message>
   <source>The program crashed the last time. Help › Report a problem shows what is known.</source>
   <translation>El programa falló la última vez. Ayuda › Informar de un problema muestra lo que se sabe.</translation>
  </message>
  <message>
   <source>What you said last is not on disk: its drive does not take it now. Close and lose it?</source>
   <translation>Lo último que indicó no está en el disco: la unidad no lo admite ahora. ¿Cerrar y perderlo?</translation>
  </message>
  <message>
   <source>{task} has ended.</source>
   <translation>{task}: terminado.</translation>
  </message>
 </context>
 <context>
  <name>MeasurePanel</name>
  <message>
   <source>95 % of the widths lie below the 95 % width. &lt; means: narrower than the photo can resolve.</source>
   <translation>El 95 % de los anchos queda por debajo del ancho del 95 %. &lt; significa: más estrecho de lo que resuelve la foto.</translation>
  </message>
  <message>
   <source>95 % width</source>
   <translation>Ancho 95 %</translation>
  </message>
  <message>
   <source>Area</source>
   <translation>Área</translation>
  </message>
  <message>
   <source>Direction</source>
   <translation>Dirección</translation>
  </message>
  <message>
   <source>Largest width</source>
   <translation>Ancho máximo</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Longitud</translation>
  </message>
  <message>
   <source>Mean width</source>
   <translation>Ancho medio</translation>
  </message>
  <message>
   <source>Measures</source>
   <translation>Medidas</translation>
  </message>
  <message>
   <source>Widest place  P</source>
   <translation>Más ancho  P</translation>
  </message>
  <message>
   <source>crack</source>
   <translation>fisura</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>foto</translation>
  </message>
 </context>
 <context>
  <name>MergeDialog</name>
  <message numerus="yes">
   <source>%Ln left; they stay as they are here.</source>
   <translation>
    <numerusform>Queda %Ln; se conserva como está aquí.</numerusform>
    <numerusform>Quedan %Ln; se conservan como están aquí.</numerusform>
   </translation>
  </message>
  <message>
   <source>&amp;1  Keep ours</source>
   <translation>&amp;1  Conservar lo nuestro</translation>
  </message>
  <message>
   <source>&amp;2  Take theirs</source>
   <translation>&amp;2  Tomar lo suyo</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Everything is settled.</source>
   <translation>Todo está resuelto.</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Fusionar</translation>
  </message>
  <message>
   <source>Merge projects</source>
   <translation>Fusionar proyectos</translation>
  </message>
  <message>
   <source>Merging with {name}</source>
   <translation>Fusión con {name}</translation>
  </message>
  <message>
   <source>Ours</source>
   <translation>Lo nuestro</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Foto</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Resuelto</translation>
  </message>
  <message>
   <source>Theirs</source>
   <translation>Lo suyo</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>What two inspectors see differently</source>
   <translation>Lo que dos inspectores ven distinto</translation>
  </message>
  <message>
   <source>✓ ours</source>
   <translation>✓ lo nuestro</translation>
  </message>
  <message>
   <source>✓ theirs</source>
   <translation>✓ lo suyo</translation>
  </message>
 </context>
 <context>
  <name>Merging</name>
  <message numerus="yes">
   <source>%Ln of its photos are not in this folder.</source>
   <translation>
    <numerusform>%Ln de sus fotos no está en esta carpeta.</numerusform>
    <numerusform>%Ln de sus fotos no están en esta carpeta.</numerusform>
   </translation>
  </message>
  <message>
   <source>Merged with {name}: {count} photos.</source>
   <translation>Fusionado con {name}: {count} fotos.</translation>
  </message>
  <message>
   <source>Nothing new in {name}.</source>
   <translation>Nada nuevo en {name}.</translation>
  </message>
  <message>
   <source>The project lies in {file}; a colleague merges it in the File menu.</source>
   <translation>El proyecto está en {file}; un colega lo fusiona desde el menú Archivo.</translation>
  </message>
  <message>
   <source>{name} says nothing that is not said here already.</source>
   <translation>{name} no dice nada que no conste ya aquí.</translation>
  </message>
 </context>
 <context>
  <name>ModelShelf</name>
  <message>
   <source>A version becomes active only when you say so. Every version stays here until you remove it.</source>
   <translation>Una versión solo se activa cuando usted lo indica. Cada una permanece aquí hasta que la elimine.</translation>
  </message>
  <message>
   <source>Both on the photo, with the split slider between them</source>
   <translation>Ambas sobre la foto, con el comparador en medio</translation>
  </message>
  <message>
   <source>Compare with the active one</source>
   <translation>Comparar con la activa</translation>
  </message>
  <message>
   <source>Export version</source>
   <translation>Exportar versión</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportar…</translation>
  </message>
  <message>
   <source>For example: after the pier photos</source>
   <translation>Por ejemplo: tras las fotos del pilar</translation>
  </message>
  <message>
   <source>Held-out figures</source>
   <translation>Cifras (fotos reservadas)</translation>
  </message>
  <message>
   <source>Import version</source>
   <translation>Importar versión</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importar…</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Creada</translation>
  </message>
  <message>
   <source>Make active</source>
   <translation>Activar</translation>
  </message>
  <message>
   <source>Make the version active again that was active before</source>
   <translation>Activar de nuevo la versión que estaba activa antes</translation>
  </message>
  <message>
   <source>Model shelf</source>
   <translation>Biblioteca de modelos</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Networks (*.safetensors)</source>
   <translation>Redes (*.safetensors)</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Eliminar…</translation>
  </message>
  <message>
   <source>Roll back</source>
   <translation>Revertir</translation>
  </message>
  <message>
   <source>Tags (cracked / not)</source>
   <translation>Etiquetas (con / sin)</translation>
  </message>
  <message>
   <source>The chosen version</source>
   <translation>La versión elegida</translation>
  </message>
  <message>
   <source>Version</source>
   <translation>Versión</translation>
  </message>
  <message>
   <source>Versions of the model</source>
   <translation>Versiones del modelo</translation>
  </message>
  <message>
   <source>{version} · active</source>
   <translation>{version} · activo</translation>
  </message>
 </context>
 <context>
  <name>Navigator</name>
  <message>
   <source>Overview of the photo</source>
   <translation>Vista general de la foto</translation>
  </message>
 </context>
 <context>
  <name>NotePanel</name>
  <message>
   <source>A note on this photo</source>
   <translation>Una nota sobre esta foto</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>Note on this photo</source>
   <translation>Nota sobre esta foto</translation>
  </message>
 </context>
 <context>
  <name>Office</name>
  <message numerus="yes">
   <source>%Ln files could not be made; the first: {problem}</source>
   <translation>
    <numerusform>%Ln archivo no se pudo crear: {problem}</numerusform>
    <numerusform>%Ln archivos no se pudieron crear; el primero: {problem}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln pairs of photos overlap, so that lengths may count twice.</source>
   <translation>
    <numerusform>%Ln par de fotos se solapa; las longitudes pueden contarse dos veces.</numerusform>
    <numerusform>%Ln pares de fotos se solapan; las longitudes pueden contarse dos veces.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos exported.</source>
   <translation>
    <numerusform>%Ln foto exportada.</numerusform>
    <numerusform>%Ln fotos exportadas.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos were left out; the first: {problem}</source>
   <translation>
    <numerusform>%Ln foto se omitió: {problem}</numerusform>
    <numerusform>%Ln fotos se omitieron; la primera: {problem}</numerusform>
   </translation>
  </message>
  <message>
   <source>Stopped; no report was written.</source>
   <translation>Detenido; no se escribió ningún informe.</translation>
  </message>
  <message>
   <source>Stopped; nothing was imported.</source>
   <translation>Detenido; no se importó nada.</translation>
  </message>
  <message>
   <source>Stopped; what was written stays.</source>
   <translation>Detenido; lo escrito permanece.</translation>
  </message>
  <message numerus="yes">
   <source>{files}: %Ln photos.</source>
   <translation>
    <numerusform>{files}: %Ln foto.</numerusform>
    <numerusform>{files}: %Ln fotos.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Opening</name>
  <message numerus="yes">
   <source>%Ln folders so far</source>
   <translation>
    <numerusform>%Ln carpeta hasta ahora</numerusform>
    <numerusform>%Ln carpetas hasta ahora</numerusform>
   </translation>
  </message>
  <message>
   <source>Another program</source>
   <translation>Otro programa</translation>
  </message>
  <message>
   <source>The folder takes no files: what you say is kept in {place} until it does.</source>
   <translation>La carpeta no admite archivos: lo que indique se guarda en {place} hasta que los admita.</translation>
  </message>
  <message>
   <source>The program of {name} was not closed properly; all that was said until then is here.</source>
   <translation>El programa de {name} no se cerró bien; todo lo indicado hasta entonces está aquí.</translation>
  </message>
  <message>
   <source>The training of the folder before was stopped; its training dialog can resume it.</source>
   <translation>El entrenamiento de la carpeta anterior se detuvo; puede reanudarse en su diálogo de entrenamiento.</translation>
  </message>
  <message>
   <source>What you said last is not on disk yet: bring its drive back before you go on.</source>
   <translation>Lo último que indicó aún no está en el disco: vuelva a conectar la unidad antes de seguir.</translation>
  </message>
  <message>
   <source>{folder} belongs to the project of {project}: Escape shows all of its photos.</source>
   <translation>{folder} pertenece al proyecto de {project}: Esc muestra todas sus fotos.</translation>
  </message>
  <message>
   <source>{name} has this project open; here it can only be read.</source>
   <translation>{name} tiene abierto este proyecto; aquí solo puede leerse.</translation>
  </message>
 </context>
 <context>
  <name>Parts</name>
  <message>
   <source>Recent folders</source>
   <translation>Carpetas recientes</translation>
  </message>
 </context>
 <context>
  <name>PathRow</name>
  <message>
   <source>Choose…</source>
   <translation>Elegir…</translation>
  </message>
 </context>
 <context>
  <name>PhotoArea</name>
  <message>
   <source>No network: see the model shelf</source>
   <translation>Sin red: véase la biblioteca de modelos</translation>
  </message>
  <message>
   <source>No photo here</source>
   <translation>Aquí no hay fotos</translation>
  </message>
  <message>
   <source>Predicting …</source>
   <translation>Analizando…</translation>
  </message>
 </context>
 <context>
  <name>PhotoChoice</name>
  <message>
   <source>All photos ({count})</source>
   <translation>Todas las fotos ({count})</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <source>Photos in the list ({count})</source>
   <translation>Fotos de la lista ({count})</translation>
  </message>
  <message>
   <source>Selected photos ({count})</source>
   <translation>Fotos seleccionadas ({count})</translation>
  </message>
  <message>
   <source>Tagged cracked ({count})</source>
   <translation>Con fisura ({count})</translation>
  </message>
 </context>
 <context>
  <name>PhotoGrid</name>
  <message numerus="yes">
   <source>%Ln photos</source>
   <translation>
    <numerusform>%Ln foto</numerusform>
    <numerusform>%Ln fotos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln selected</source>
   <translation>
    <numerusform>%Ln seleccionada</numerusform>
    <numerusform>%Ln seleccionadas</numerusform>
   </translation>
  </message>
  <message>
   <source>Sort photos</source>
   <translation>Ordenar fotos</translation>
  </message>
  <message>
   <source>{place} of {count}</source>
   <translation>{place} de {count}</translation>
  </message>
 </context>
 <context>
  <name>PhotoList</name>
  <message>
   <source>No photo of this queue fits the search. Escape clears it.</source>
   <translation>Ninguna foto de esta lista coincide con la búsqueda. Escape la borra.</translation>
  </message>
 </context>
 <context>
  <name>PictureCells</name>
  <message>
   <source>cannot be read</source>
   <translation>ilegible</translation>
  </message>
 </context>
 <context>
  <name>Plots</name>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Precisión</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Exhaustividad</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Umbral</translation>
  </message>
 </context>
 <context>
  <name>Preparing</name>
  <message>
   <source>This machine runs on its battery ({percent} %): plug it in, or pause when you leave.</source>
   <translation>Este equipo funciona con batería ({percent} %): conéctelo o pause el entrenamiento cuando se vaya.</translation>
  </message>
  <message numerus="yes">
   <source>Uses %Ln of {cores} processor threads, at low priority: other programs go first.</source>
   <translation>
    <numerusform>Usa %Ln de {cores} hilos del procesador con baja prioridad: los demás programas van antes.</numerusform>
    <numerusform>Usa %Ln de {cores} hilos del procesador con baja prioridad: los demás programas van antes.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ProjectsDialog</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Folder with projects</source>
   <translation>Carpeta con proyectos</translation>
  </message>
  <message>
   <source>One new project for all</source>
   <translation>Un proyecto nuevo para todas</translation>
  </message>
  <message>
   <source>Open the chosen project</source>
   <translation>Abrir el proyecto elegido</translation>
  </message>
  <message>
   <source>Projects below this folder</source>
   <translation>Proyectos bajo esta carpeta</translation>
  </message>
  <message>
   <source>Take over what their inspectors said; their projects stay as they are</source>
   <translation>Tomar lo indicado por sus inspectores; sus proyectos quedan como están</translation>
  </message>
  <message numerus="yes">
   <source>{folder} has no project of its own, but %Ln folders in it have.</source>
   <translation>
    <numerusform>{folder} no tiene proyecto propio, pero %Ln carpeta suya sí.</numerusform>
    <numerusform>{folder} no tiene proyecto propio, pero %Ln carpetas suyas sí.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>QueueBar</name>
  <message>
   <source>More queues</source>
   <translation>Más listas</translation>
  </message>
  <message>
   <source>Search photos</source>
   <translation>Buscar fotos</translation>
  </message>
  <message>
   <source>Search: name, tag:none, score:&gt;0.8, area:&gt;1%</source>
   <translation>Buscar: nombre, tag:none, score:&gt;0.8, area:&gt;1%</translation>
  </message>
  <message>
   <source>Words of the name, and: {keys}</source>
   <translation>Palabras del nombre y: {keys}</translation>
  </message>
 </context>
 <context>
  <name>ReportDialog</name>
  <message>
   <source>As in the list</source>
   <translation>Como en la lista</translation>
  </message>
  <message>
   <source>By element</source>
   <translation>Por elemento</translation>
  </message>
  <message>
   <source>By name</source>
   <translation>Por nombre</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Cliente</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Colours and font (*.toml)</source>
   <translation>Colores y fuente (*.toml)</translation>
  </message>
  <message>
   <source>Cover</source>
   <translation>Portada</translation>
  </message>
  <message>
   <source>Crack inspection report</source>
   <translation>Informe de inspección de fisuras</translation>
  </message>
  <message>
   <source>Date</source>
   <translation>Fecha</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Forma</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Inspector</translation>
  </message>
  <message>
   <source>Jinja templates (*.j2 *.html)</source>
   <translation>Plantillas Jinja (*.j2 *.html)</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Carta</translation>
  </message>
  <message>
   <source>Logo</source>
   <translation>Logotipo</translation>
  </message>
  <message>
   <source>Most severe first</source>
   <translation>Primero las más graves</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Order</source>
   <translation>Orden</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papel</translation>
  </message>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
  <message>
   <source>Pictures (*.png *.jpg *.jpeg)</source>
   <translation>Imágenes (*.png *.jpg *.jpeg)</translation>
  </message>
  <message>
   <source>Reading what is known …</source>
   <translation>Leyendo lo conocido…</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Informe</translation>
  </message>
  <message>
   <source>Site</source>
   <translation>Obra</translation>
  </message>
  <message>
   <source>Style</source>
   <translation>Estilo</translation>
  </message>
  <message>
   <source>Template</source>
   <translation>Plantilla</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>Which</source>
   <translation>Cuáles</translation>
  </message>
  <message>
   <source>Widest crack first</source>
   <translation>Primero la fisura más ancha</translation>
  </message>
  <message>
   <source>Write report</source>
   <translation>Escribir informe</translation>
  </message>
 </context>
 <context>
  <name>Retraining</name>
  <message>
   <source>Quick training</source>
   <translation>Entrenamiento rápido</translation>
  </message>
  <message>
   <source>The run was stopped before there was anything to keep.</source>
   <translation>La ejecución se detuvo antes de que hubiera algo que conservar.</translation>
  </message>
  <message>
   <source>The training is paused.</source>
   <translation>El entrenamiento está en pausa.</translation>
  </message>
  <message>
   <source>Thorough training</source>
   <translation>Entrenamiento a fondo</translation>
  </message>
  <message>
   <source>Training, resumed</source>
   <translation>Entrenamiento reanudado</translation>
  </message>
  <message>
   <source>the quick run of {date}</source>
   <translation>el entrenamiento rápido del {date}</translation>
  </message>
  <message>
   <source>the thorough run of {date}</source>
   <translation>el entrenamiento a fondo del {date}</translation>
  </message>
 </context>
 <context>
  <name>ReviewRow</name>
  <message>
   <source>Accept  R</source>
   <translation>Aceptar  R</translation>
  </message>
  <message>
   <source>Not reviewed yet</source>
   <translation>Aún sin revisar</translation>
  </message>
  <message>
   <source>Reviewed by {who}, {when}</source>
   <translation>Revisada por {who}, {when}</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Retirar</translation>
  </message>
  <message>
   <source>✓ {who} · {when}</source>
   <translation>✓ {who} · {when}</translation>
  </message>
 </context>
 <context>
  <name>SampleView</name>
  <message>
   <source>Tagged photos</source>
   <translation>Fotos etiquetadas</translation>
  </message>
 </context>
 <context>
  <name>ScaleDialog</name>
  <message>
   <source> mm</source>
   <translation> mm</translation>
  </message>
  <message>
   <source>A known length on the photo</source>
   <translation>Una longitud conocida en la foto</translation>
  </message>
  <message>
   <source>A known rectangle, seen at an angle</source>
   <translation>Un rectángulo conocido, visto en ángulo</translation>
  </message>
  <message>
   <source>A printed marker (ArUco)</source>
   <translation>Un marcador impreso (ArUco)</translation>
  </message>
  <message>
   <source>All of this camera</source>
   <translation>Todas las de esta cámara</translation>
  </message>
  <message>
   <source>All photos of its folder</source>
   <translation>Todas las fotos de su carpeta</translation>
  </message>
  <message>
   <source>All photos of {camera}</source>
   <translation>Todas las fotos de {camera}</translation>
  </message>
  <message>
   <source>Camera and distance</source>
   <translation>Cámara y distancia</translation>
  </message>
  <message>
   <source>Corners</source>
   <translation>Esquinas</translation>
  </message>
  <message>
   <source>Distance to the surface</source>
   <translation>Distancia a la superficie</translation>
  </message>
  <message>
   <source>Focal length</source>
   <translation>Distancia focal</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Para</translation>
  </message>
  <message>
   <source>Height of the rectangle</source>
   <translation>Altura del rectángulo</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Cómo</translation>
  </message>
  <message>
   <source>Its known length</source>
   <translation>Su longitud conocida</translation>
  </message>
  <message>
   <source>Limits in mm</source>
   <translation>Límites en mm</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Línea</translation>
  </message>
  <message>
   <source>Not calibrated: all values are in pixels.</source>
   <translation>Sin calibrar: todos los valores en píxeles.</translation>
  </message>
  <message>
   <source>One pixel is {size} mm · {how}</source>
   <translation>Un píxel mide {size} mm · {how}</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Escala</translation>
  </message>
  <message>
   <source>Scale and width classes</source>
   <translation>Escala y clases de ancho</translation>
  </message>
  <message>
   <source>Set classes</source>
   <translation>Fijar clases</translation>
  </message>
  <message>
   <source>Set scale</source>
   <translation>Fijar escala</translation>
  </message>
  <message>
   <source>Side of the black square</source>
   <translation>Lado del cuadrado negro</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Tamaño</translation>
  </message>
  <message>
   <source>Size of a pixel</source>
   <translation>Tamaño de un píxel</translation>
  </message>
  <message numerus="yes">
   <source>The %Ln selected photos</source>
   <translation>
    <numerusform>La foto seleccionada</numerusform>
    <numerusform>Las %Ln fotos seleccionadas</numerusform>
   </translation>
  </message>
  <message>
   <source>This photo</source>
   <translation>Esta foto</translation>
  </message>
  <message>
   <source>Upper limits of the width classes in millimetres</source>
   <translation>Límites superiores de las clases de ancho en milímetros</translation>
  </message>
  <message>
   <source>Usual ones</source>
   <translation>Habituales</translation>
  </message>
  <message>
   <source>Width classes</source>
   <translation>Clases de ancho</translation>
  </message>
  <message>
   <source>Width of the rectangle</source>
   <translation>Anchura del rectángulo</translation>
  </message>
  <message>
   <source>Width of the sensor</source>
   <translation>Anchura del sensor</translation>
  </message>
  <message>
   <source>click them on the photo</source>
   <translation>márquelas en la foto</translation>
  </message>
  <message>
   <source>draw it on the photo</source>
   <translation>trácela en la foto</translation>
  </message>
  <message>
   <source>marked</source>
   <translation>marcadas</translation>
  </message>
  <message>
   <source>mm per pixel</source>
   <translation>mm por píxel</translation>
  </message>
  <message>
   <source>pixels per mm</source>
   <translation>píxeles por mm</translation>
  </message>
  <message>
   <source>{length} px</source>
   <translation>{length} px</translation>
  </message>
 </context>
 <context>
  <name>ScalePanel</name>
  <message>
   <source> mm</source>
   <translation> mm</translation>
  </message>
  <message>
   <source>Back to pixels</source>
   <translation>Volver a píxeles</translation>
  </message>
  <message>
   <source>Its known length</source>
   <translation>Su longitud conocida</translation>
  </message>
  <message>
   <source>Known length of the line</source>
   <translation>Longitud conocida de la línea</translation>
  </message>
  <message>
   <source>Line</source>
   <translation>Línea</translation>
  </message>
  <message>
   <source>Marker, camera and distance, rectangle; width classes</source>
   <translation>Marcador, cámara y distancia, rectángulo; clases de ancho</translation>
  </message>
  <message>
   <source>Other ways…</source>
   <translation>Otras formas…</translation>
  </message>
  <message>
   <source>Pixel size</source>
   <translation>Tamaño de píxel</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Escala</translation>
  </message>
  <message>
   <source>Set for all photos of this folder, taken from the same distance</source>
   <translation>Para todas las fotos de esta carpeta, tomadas a la misma distancia</translation>
  </message>
  <message>
   <source>Set for folder</source>
   <translation>Para carpeta</translation>
  </message>
  <message>
   <source>Set for photo</source>
   <translation>Para foto</translation>
  </message>
  <message>
   <source>draw one: M</source>
   <translation>dibujar: M</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>desconocido</translation>
  </message>
 </context>
 <context>
  <name>ScorePanel</name>
  <message numerus="yes">
   <source> · %Ln photos</source>
   <translation>
    <numerusform> · %Ln foto</numerusform>
    <numerusform> · %Ln fotos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln photos have true masks; Dice is shown once they are predicted.</source>
   <translation>
    <numerusform>%Ln foto tiene máscara de referencia; Dice se muestra cuando se analice.</numerusform>
    <numerusform>%Ln fotos tienen máscara de referencia; Dice se muestra cuando se analicen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Against truth</source>
   <translation>Frente a la referencia</translation>
  </message>
  <message>
   <source>All photos: Dice is the mean over cracked photos; the others pool the pixels of all photos.</source>
   <translation>Todas las fotos: Dice es la media de las fotos con fisura; las demás cifras reúnen los píxeles de todas.</translation>
  </message>
  <message>
   <source>Dice</source>
   <translation>Dice</translation>
  </message>
  <message>
   <source>IoU</source>
   <translation>IoU</translation>
  </message>
  <message>
   <source>No true masks here. Choose a folder of masks to see Dice.</source>
   <translation>No hay máscaras de referencia. Elija una carpeta de máscaras para ver Dice.</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Precisión</translation>
  </message>
  <message>
   <source>Recall</source>
   <translation>Exhaustividad</translation>
  </message>
  <message>
   <source>all</source>
   <translation>todas</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>foto</translation>
  </message>
 </context>
 <context>
  <name>Scoring</name>
  <message>
   <source>{folder} holds no mask with the name of a photo; choose the folder of the masks themselves.</source>
   <translation>{folder} no contiene ninguna máscara con el nombre de una foto; elija la carpeta de las propias máscaras.</translation>
  </message>
 </context>
 <context>
  <name>SettingsDialog</name>
  <message>
   <source>Settings</source>
   <translation>Ajustes</translation>
  </message>
 </context>
 <context>
  <name>Shelving</name>
  <message>
   <source>No other version was active in this folder before.</source>
   <translation>Antes no hubo otra versión activa en esta carpeta.</translation>
  </message>
  <message>
   <source>Rolled back: {version} is active again.</source>
   <translation>Revertido: {version} vuelve a estar activa.</translation>
  </message>
  <message>
   <source>The active version cannot be removed; activate another one first.</source>
   <translation>La versión activa no puede eliminarse; active antes otra.</translation>
  </message>
  <message>
   <source>The version lies in {file}.</source>
   <translation>La versión está en {file}.</translation>
  </message>
  <message>
   <source>The version {wanted} is not on this machine's shelf; {version} stands in for it.</source>
   <translation>La versión {wanted} no está en la biblioteca de este equipo; {version} la sustituye.</translation>
  </message>
  <message>
   <source>{version} is active now.</source>
   <translation>{version} está activa ahora.</translation>
  </message>
 </context>
 <context>
  <name>ShortcutSheet</name>
  <message>
   <source>Action</source>
   <translation>Acción</translation>
  </message>
  <message>
   <source>Back to default</source>
   <translation>Volver al valor inicial</translation>
  </message>
  <message>
   <source>Choose an action, then press its new keys.</source>
   <translation>Elija una acción y pulse sus nuevas teclas.</translation>
  </message>
  <message>
   <source>Held keys</source>
   <translation>Teclas mantenidas</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Atajos de teclado</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>New keys</source>
   <translation>Nuevas teclas</translation>
  </message>
  <message>
   <source>Set</source>
   <translation>Asignar</translation>
  </message>
  <message>
   <source>Set.</source>
   <translation>Asignado.</translation>
  </message>
  <message>
   <source>{keys} belongs to “{action}”; choose other keys.</source>
   <translation>{keys} pertenece a «{action}»; elija otras teclas.</translation>
  </message>
 </context>
 <context>
  <name>SplitHandle</name>
  <message>
   <source>Split between the two views</source>
   <translation>División entre las dos vistas</translation>
  </message>
 </context>
 <context>
  <name>SupportDialog</name>
  <message>
   <source>Archives (*.zip)</source>
   <translation>Archivos comprimidos (*.zip)</translation>
  </message>
  <message>
   <source>Chosen text</source>
   <translation>Texto elegido</translation>
  </message>
  <message>
   <source>Gathering versions, settings and log…</source>
   <translation>Reuniendo versiones, ajustes y registro…</translation>
  </message>
  <message>
   <source>Report a problem</source>
   <translation>Informar de un problema</translation>
  </message>
  <message>
   <source>Save as file…</source>
   <translation>Guardar como archivo…</translation>
  </message>
  <message>
   <source>Save texts for support</source>
   <translation>Guardar textos para soporte</translation>
  </message>
  <message>
   <source>Texts in the file</source>
   <translation>Textos del archivo</translation>
  </message>
  <message>
   <source>These texts help whoever helps you. They hold no photo; names of folders, of you and of this machine were taken out. Read them, save them as a file, and send it yourself: the program sends nothing.</source>
   <translation>Estos textos sirven a quien le ayude. No contienen fotos; se quitaron los nombres de carpetas, el suyo y el de este equipo. Léalos, guárdelos como archivo y envíelo usted: el programa no envía nada.</translation>
  </message>
 </context>
 <context>
  <name>Supporting</name>
  <message>
   <source>Gathering texts for support</source>
   <translation>Reuniendo textos para soporte</translation>
  </message>
  <message>
   <source>{file} is written; nothing was sent.</source>
   <translation>{file} se ha guardado; no se envió nada.</translation>
  </message>
 </context>
 <context>
  <name>TagBar</name>
  <message>
   <source>Cracked</source>
   <translation>Con fisura</translation>
  </message>
  <message>
   <source>Not</source>
   <translation>Sin fisura</translation>
  </message>
  <message>
   <source>Tag of the photo</source>
   <translation>Etiqueta de la foto</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>Dudosa</translation>
  </message>
 </context>
 <context>
  <name>TagFiles</name>
  <message numerus="yes">
   <source>%Ln photos of the table are not in this folder, the first is {photo}.</source>
   <translation>
    <numerusform>%Ln foto de la tabla no está en esta carpeta: {photo}.</numerusform>
    <numerusform>%Ln fotos de la tabla no están en esta carpeta; la primera es {photo}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tags changed.</source>
   <translation>
    <numerusform>%Ln etiqueta cambiada.</numerusform>
    <numerusform>%Ln etiquetas cambiadas.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tags written to {file}.</source>
   <translation>
    <numerusform>%Ln etiqueta guardada en {file}.</numerusform>
    <numerusform>%Ln etiquetas guardadas en {file}.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TaskBar</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Interrupted: {run}</source>
   <translation>Interrumpido: {run}</translation>
  </message>
  <message>
   <source>Model shelf: every version, roll back</source>
   <translation>Biblioteca de modelos: todas las versiones, revertir</translation>
  </message>
  <message>
   <source>No model</source>
   <translation>Sin modelo</translation>
  </message>
  <message numerus="yes">
   <source>Predict the other %Ln: {time}</source>
   <translation>
    <numerusform>Analizar la restante: {time}</numerusform>
    <numerusform>Analizar las otras %Ln: {time}</numerusform>
   </translation>
  </message>
  <message>
   <source>Resume training</source>
   <translation>Reanudar entrenamiento</translation>
  </message>
  <message>
   <source>Retrain…</source>
   <translation>Reentrenar…</translation>
  </message>
  <message>
   <source>Tagged {tagged} · cracked {cracked} · not cracked {sound} · unsure {unsure}</source>
   <translation>Etiquetadas {tagged} · con fisura {cracked} · sin fisura {sound} · dudosas {unsure}</translation>
  </message>
  <message>
   <source>{reviewed} of {photos} reviewed</source>
   <translation>{reviewed} de {photos} revisadas</translation>
  </message>
  <message>
   <source>{task} {done} of {total}</source>
   <translation>{task} {done} de {total}</translation>
  </message>
  <message>
   <source>{time} left</source>
   <translation>quedan {time}</translation>
  </message>
  <message>
   <source>{version} · active</source>
   <translation>{version} · activo</translation>
  </message>
 </context>
 <context>
  <name>TaskCentre</name>
  <message>
   <source>{task}: cancelled</source>
   <translation>{task}: cancelado</translation>
  </message>
 </context>
 <context>
  <name>ThresholdPanel</name>
  <message>
   <source>Area</source>
   <translation>Área</translation>
  </message>
  <message>
   <source>Back to the model's own threshold</source>
   <translation>Volver al umbral del modelo</translation>
  </message>
  <message>
   <source>For the</source>
   <translation>Para</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Umbral</translation>
  </message>
  <message>
   <source>folder</source>
   <translation>carpeta</translation>
  </message>
  <message>
   <source>model {value}</source>
   <translation>modelo {value}</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>foto</translation>
  </message>
  <message>
   <source>project</source>
   <translation>proyecto</translation>
  </message>
  <message>
   <source>{share} of the photo</source>
   <translation>{share} de la foto</translation>
  </message>
 </context>
 <context>
  <name>Tour</name>
  <message>
   <source>Each list counts its photos. Ctrl+K finds every command by its name, F1 shows every key.</source>
   <translation>Cada lista cuenta sus fotos. Ctrl+K encuentra cualquier comando por su nombre; F1 muestra todas las teclas.</translation>
  </message>
  <message>
   <source>Is the mask right?</source>
   <translation>¿Es correcta la máscara?</translation>
  </message>
  <message>
   <source>Is there a crack?</source>
   <translation>¿Hay una fisura?</translation>
  </message>
  <message>
   <source>Move the threshold until the orange mask fits. Hold Space to see the photo without it; B draws what is missing, E erases what is wrong.</source>
   <translation>Mueva el umbral hasta que la máscara naranja encaje. Mantenga la barra espaciadora para ver la foto sin ella; B dibuja lo que falta, E borra lo incorrecto.</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Siguiente</translation>
  </message>
  <message>
   <source>Say so with C, N or U. The next photo comes by itself; Ctrl+Z takes any step back.</source>
   <translation>Dígalo con C, N o U. La foto siguiente llega sola; Ctrl+Z deshace cualquier paso.</translation>
  </message>
  <message>
   <source>Skip</source>
   <translation>Omitir</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Empezar</translation>
  </message>
  <message>
   <source>Tags are enough, nothing has to be drawn. The new version is compared with this one, and becomes active only when you say so.</source>
   <translation>Bastan las etiquetas, no hay que dibujar nada. La nueva versión se compara con esta y solo se activa cuando usted lo indica.</translation>
  </message>
  <message>
   <source>Teach the model your site</source>
   <translation>Enseñe su obra al modelo</translation>
  </message>
  <message>
   <source>What is left to do?</source>
   <translation>¿Qué queda por hacer?</translation>
  </message>
  <message>
   <source>{place} of {count}</source>
   <translation>{place} de {count}</translation>
  </message>
 </context>
 <context>
  <name>TrainingDialog</name>
  <message>
   <source>Retrain from tags</source>
   <translation>Reentrenar con etiquetas</translation>
  </message>
 </context>
 <context>
  <name>TwoDates</name>
  <message>
   <source>Two dates of one spot</source>
   <translation>Dos fechas de un punto</translation>
  </message>
  <message>
   <source>earlier</source>
   <translation>antes</translation>
  </message>
  <message>
   <source>later</source>
   <translation>después</translation>
  </message>
 </context>
 <context>
  <name>ViewPanel</name>
  <message>
   <source>Brightness</source>
   <translation>Brillo</translation>
  </message>
  <message>
   <source>Brightness and contrast as the photo was taken</source>
   <translation>Brillo y contraste como se tomó la foto</translation>
  </message>
  <message>
   <source>Contrast</source>
   <translation>Contraste</translation>
  </message>
  <message>
   <source>Mask opacity</source>
   <translation>Opacidad de la máscara</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ver</translation>
  </message>
 </context>
 <context>
  <name>WordRows</name>
  <message>
   <source>Dice {value}</source>
   <translation>Dice {value}</translation>
  </message>
  <message>
   <source>area {value}</source>
   <translation>área {value}</translation>
  </message>
  <message>
   <source>cannot be read</source>
   <translation>ilegible</translation>
  </message>
  <message>
   <source>score {value}</source>
   <translation>valor {value}</translation>
  </message>
 </context>
 <context>
  <name>Workshop</name>
  <message>
   <source>Discard</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <source>Discard the new version? It is taken off the shelf for good.</source>
   <translation>¿Descartar la nueva versión? Se eliminará de la biblioteca para siempre.</translation>
  </message>
  <message>
   <source>Forget</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <source>Forget the interrupted run? What it learnt so far is lost.</source>
   <translation>¿Descartar la ejecución interrumpida? Se perderá lo aprendido hasta ahora.</translation>
  </message>
  <message>
   <source>New on the shelf: {version}</source>
   <translation>Nuevo en la biblioteca: {version}</translation>
  </message>
 </context>
 <context>
  <name>_Segment</name>
  <message>
   <source>Key {key}</source>
   <translation>Tecla {key}</translation>
  </message>
 </context>
 <context>
  <name>_View</name>
  <message>
   <source>Photos</source>
   <translation>Fotos</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>About Crack Review</source>
   <translation>Acerca de Crack Review</translation>
  </message>
  <message>
   <source>Accept as reviewed, go on</source>
   <translation>Aceptar como revisada y continuar</translation>
  </message>
  <message>
   <source>Accept the chosen crack</source>
   <translation>Aceptar la fisura elegida</translation>
  </message>
  <message>
   <source>Actual size (1:1)</source>
   <translation>Tamaño real (1:1)</translation>
  </message>
  <message>
   <source>All photos</source>
   <translation>Todas las fotos</translation>
  </message>
  <message>
   <source>Cancel running work</source>
   <translation>Cancelar el trabajo en curso</translation>
  </message>
  <message>
   <source>Choose folder of true masks…</source>
   <translation>Elegir carpeta de máscaras de referencia…</translation>
  </message>
  <message>
   <source>Clear tag</source>
   <translation>Quitar etiqueta</translation>
  </message>
  <message>
   <source>Command palette…</source>
   <translation>Paleta de comandos…</translation>
  </message>
  <message>
   <source>Compare two dates…</source>
   <translation>Comparar dos fechas…</translation>
  </message>
  <message>
   <source>Contradict model</source>
   <translation>Contra el modelo</translation>
  </message>
  <message>
   <source>Cracked</source>
   <translation>Con fisura</translation>
  </message>
  <message>
   <source>Cracks in colours of their width</source>
   <translation>Fisuras en colores según su ancho</translation>
  </message>
  <message>
   <source>Draw what is missing</source>
   <translation>Dibujar lo que falta</translation>
  </message>
  <message>
   <source>Erase what is wrong</source>
   <translation>Borrar lo incorrecto</translation>
  </message>
  <message>
   <source>Export tags…</source>
   <translation>Exportar etiquetas…</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportar…</translation>
  </message>
  <message>
   <source>Fill, outline or heat map</source>
   <translation>Relleno, contorno o mapa de calor</translation>
  </message>
  <message>
   <source>First photo</source>
   <translation>Primera foto</translation>
  </message>
  <message>
   <source>Fit photo to window</source>
   <translation>Ajustar foto a la ventana</translation>
  </message>
  <message>
   <source>Forget ignored regions of this photo</source>
   <translation>Olvidar las zonas ignoradas de esta foto</translation>
  </message>
  <message>
   <source>Found, missed, false (with true masks)</source>
   <translation>Detectado, omitido, falso (con máscaras de referencia)</translation>
  </message>
  <message>
   <source>Full screen</source>
   <translation>Pantalla completa</translation>
  </message>
  <message>
   <source>Hand over the project…</source>
   <translation>Entregar el proyecto…</translation>
  </message>
  <message>
   <source>Hide mask while held</source>
   <translation>Ocultar la máscara mientras se mantiene</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Historial…</translation>
  </message>
  <message>
   <source>Hold the key; let go to see the mask again.</source>
   <translation>Mantenga la tecla; al soltarla vuelve la máscara.</translation>
  </message>
  <message>
   <source>Import masks or tags…</source>
   <translation>Importar máscaras o etiquetas…</translation>
  </message>
  <message>
   <source>Import tags…</source>
   <translation>Importar etiquetas…</translation>
  </message>
  <message>
   <source>Inspector</source>
   <translation>Panel de detalles</translation>
  </message>
  <message>
   <source>Judge structure, element, severity</source>
   <translation>Valorar estructura, elemento y gravedad</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Atajos de teclado</translation>
  </message>
  <message>
   <source>Last photo</source>
   <translation>Última foto</translation>
  </message>
  <message>
   <source>Log</source>
   <translation>Registro</translation>
  </message>
  <message>
   <source>Look for new photos</source>
   <translation>Buscar fotos nuevas</translation>
  </message>
  <message>
   <source>Loupe</source>
   <translation>Lupa</translation>
  </message>
  <message>
   <source>Lower threshold (more mask)</source>
   <translation>Bajar el umbral (más máscara)</translation>
  </message>
  <message>
   <source>Lowest Dice</source>
   <translation>Dice más bajo</translation>
  </message>
  <message>
   <source>Mark a region to ignore</source>
   <translation>Marcar una zona que ignorar</translation>
  </message>
  <message>
   <source>Mark the corners of a known rectangle</source>
   <translation>Marcar las esquinas de un rectángulo conocido</translation>
  </message>
  <message>
   <source>Merge a colleague's project…</source>
   <translation>Fusionar el proyecto de un colega…</translation>
  </message>
  <message>
   <source>Merge the project of a folder…</source>
   <translation>Fusionar el proyecto de una carpeta…</translation>
  </message>
  <message>
   <source>Model shelf…</source>
   <translation>Biblioteca de modelos…</translation>
  </message>
  <message>
   <source>Model's own threshold</source>
   <translation>Umbral propio del modelo</translation>
  </message>
  <message>
   <source>Most uncertain</source>
   <translation>Más inciertas</translation>
  </message>
  <message>
   <source>Move the photo</source>
   <translation>Mover la foto</translation>
  </message>
  <message>
   <source>Next crack</source>
   <translation>Fisura siguiente</translation>
  </message>
  <message>
   <source>Next photo</source>
   <translation>Foto siguiente</translation>
  </message>
  <message>
   <source>Not cracked</source>
   <translation>Sin fisura</translation>
  </message>
  <message>
   <source>Not reviewed after all</source>
   <translation>Retirar la revisión</translation>
  </message>
  <message>
   <source>Open folder…</source>
   <translation>Abrir carpeta…</translation>
  </message>
  <message>
   <source>Photo list</source>
   <translation>Lista de fotos</translation>
  </message>
  <message>
   <source>Photos as rows of words</source>
   <translation>Fotos como filas de texto</translation>
  </message>
  <message>
   <source>Predict whole folder</source>
   <translation>Analizar toda la carpeta</translation>
  </message>
  <message>
   <source>Previous crack</source>
   <translation>Fisura anterior</translation>
  </message>
  <message>
   <source>Previous photo</source>
   <translation>Foto anterior</translation>
  </message>
  <message>
   <source>Quit</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Raise threshold (less mask)</source>
   <translation>Subir el umbral (menos máscara)</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Rehacer</translation>
  </message>
  <message>
   <source>Reject the chosen crack</source>
   <translation>Rechazar la fisura elegida</translation>
  </message>
  <message>
   <source>Report a problem…</source>
   <translation>Informar de un problema…</translation>
  </message>
  <message>
   <source>Report…</source>
   <translation>Informe…</translation>
  </message>
  <message>
   <source>Retrain from tags…</source>
   <translation>Reentrenar con etiquetas…</translation>
  </message>
  <message>
   <source>Roll back to the previous model</source>
   <translation>Volver al modelo anterior</translation>
  </message>
  <message>
   <source>Ruler</source>
   <translation>Regla</translation>
  </message>
  <message>
   <source>Scale and width classes…</source>
   <translation>Escala y clases de ancho…</translation>
  </message>
  <message>
   <source>Scale of severity, names of folders…</source>
   <translation>Escala de gravedad, nombres de carpetas…</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Buscar</translation>
  </message>
  <message>
   <source>Select all shown photos</source>
   <translation>Seleccionar todas las fotos mostradas</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Ajustes…</translation>
  </message>
  <message>
   <source>Show the widest place</source>
   <translation>Mostrar el punto más ancho</translation>
  </message>
  <message>
   <source>Split slider: photo beside mask</source>
   <translation>Comparador: foto junto a máscara</translation>
  </message>
  <message>
   <source>Split slider: two model versions</source>
   <translation>Comparador: dos versiones del modelo</translation>
  </message>
  <message>
   <source>Tag as cracked</source>
   <translation>Etiquetar con fisura</translation>
  </message>
  <message>
   <source>Tag as not cracked</source>
   <translation>Etiquetar sin fisura</translation>
  </message>
  <message>
   <source>Tag as unsure</source>
   <translation>Etiquetar como dudosa</translation>
  </message>
  <message>
   <source>Tour of the window</source>
   <translation>Recorrido por la ventana</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Ilegibles</translation>
  </message>
  <message>
   <source>Unreviewed</source>
   <translation>Sin revisar</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>Dudosa</translation>
  </message>
  <message>
   <source>Untagged</source>
   <translation>Sin etiqueta</translation>
  </message>
  <message>
   <source>Write a note on the chosen crack</source>
   <translation>Escribir una nota sobre la grieta elegida</translation>
  </message>
  <message>
   <source>Write a note on the photo</source>
   <translation>Escribir una nota sobre la foto</translation>
  </message>
  <message>
   <source>Zoom in</source>
   <translation>Acercar</translation>
  </message>
  <message>
   <source>Zoom out</source>
   <translation>Alejar</translation>
  </message>
 </context>
 <context>
  <name>conflicts</name>
  <message numerus="yes">
   <source>%Ln of the other project's photos are not here.</source>
   <translation>
    <numerusform>%Ln foto del otro proyecto no está aquí.</numerusform>
    <numerusform>%Ln fotos del otro proyecto no están aquí.</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing is taken over without a question.</source>
   <translation>No se toma nada sin preguntar.</translation>
  </message>
  <message>
   <source>Taken over, as nobody said anything of it here: {list}.</source>
   <translation>Tomado, pues aquí nadie dijo nada al respecto: {list}.</translation>
  </message>
  <message>
   <source>the whole project</source>
   <translation>todo el proyecto</translation>
  </message>
 </context>
 <context>
  <name>core</name>
  <message>
   <source>A folder of photos was expected, {1} is not a folder; choose another one.</source>
   <translation>Se esperaba una carpeta de fotos y {1} no es una carpeta; elija otra.</translation>
  </message>
  <message>
   <source>A heading from 0 to 360 degrees was expected, not {1}; correct it.</source>
   <translation>Se esperaba un rumbo de 0 a 360 grados, no {1}; corríjalo.</translation>
  </message>
  <message>
   <source>A marker needs a side above 0 mm, but got {1} mm; measure its black square.</source>
   <translation>Un marcador necesita un lado mayor que 0 mm y se indicaron {1} mm; mida su cuadrado negro.</translation>
  </message>
  <message>
   <source>A mask as large as its {1}, {2}, was expected, not {3}; choose this photo's.</source>
   <translation>Se esperaba una máscara del tamaño de su {1}, {2}, no {3}; elija la de esta foto.</translation>
  </message>
  <message>
   <source>A name inside its folder was expected, not {1}; it is not used.</source>
   <translation>Se esperaba un nombre dentro de su carpeta, no {1}; no se usa.</translation>
  </message>
  <message>
   <source>A pattern names some of {1}, each once; {2} does not.</source>
   <translation>Un patrón nombra algunos de {1}, cada uno una vez; {2} no lo hace.</translation>
  </message>
  <message>
   <source>A rectangle has 4 corners, but {1} were given; click each corner once.</source>
   <translation>Un rectángulo tiene 4 esquinas y se indicaron {1}; haga clic una vez en cada una.</translation>
  </message>
  <message>
   <source>A rectangle needs sides above 0 mm, but got {1} x {2} mm; measure it again.</source>
   <translation>Un rectángulo necesita lados mayores que 0 mm y se indicaron {1} x {2} mm; mídalo de nuevo.</translation>
  </message>
  <message>
   <source>A region needs at least 3 corners, this one has {1}; draw it again.</source>
   <translation>Una zona necesita al menos 3 esquinas y esta tiene {1}; dibújela de nuevo.</translation>
  </message>
  <message>
   <source>A report ends in {1}, {2} does not; rename it.</source>
   <translation>Un informe termina en {1} y {2} no; cámbiele el nombre.</translation>
  </message>
  <message>
   <source>A report needs at least one photo; choose some.</source>
   <translation>Un informe necesita al menos una foto; elija alguna.</translation>
  </message>
  <message>
   <source>A scale line must be at least 2 px long; draw it along a known length, as long as you can.</source>
   <translation>Una línea de escala debe medir al menos 2 px; trácela sobre una longitud conocida, lo más larga posible.</translation>
  </message>
  <message>
   <source>A scale needs a name and 1 to {1} grades with different codes; {2} has the codes {3}.</source>
   <translation>Una escala necesita un nombre y de 1 a {1} grados con códigos distintos; {2} tiene los códigos {3}.</translation>
  </message>
  <message>
   <source>A scale needs a size of a pixel above 0 mm, but got {1} mm; measure a known length again.</source>
   <translation>Una escala necesita un tamaño de píxel mayor que 0 mm y resultó {1} mm; mida de nuevo una longitud conocida.</translation>
  </message>
  <message>
   <source>A table is written to a .csv file, and {1} is named as a photo; rename it.</source>
   <translation>Una tabla se escribe en un archivo .csv, y {1} se llama como una foto; dele otro nombre.</translation>
  </message>
  <message>
   <source>A version needs a name; type at least one letter.</source>
   <translation>Una versión necesita un nombre; escriba al menos una letra.</translation>
  </message>
  <message>
   <source>Calibrating the cheap pass</source>
   <translation>Calibrando el paso rápido</translation>
  </message>
  <message>
   <source>Calibrating the gate</source>
   <translation>Calibrando el filtro</translation>
  </message>
  <message>
   <source>Eyes tell at most {1} classes apart, not {2}; leave some out.</source>
   <translation>El ojo distingue como mucho {1} clases, no {2}; suprima alguna.</translation>
  </message>
  <message>
   <source>Folders called cracked and not_cracked (or Positive and Negative) were expected below {1}, but no photo lies in one; rename the folders or import a CSV.</source>
   <translation>Bajo {1} se esperaban carpetas llamadas cracked y not_cracked (o Positive y Negative), pero ninguna contiene fotos; cambie su nombre o importe un CSV.</translation>
  </message>
  <message>
   <source>Four corners clockwise from the top left were expected, these cross or lie on a line; click them again.</source>
   <translation>Se esperaban cuatro esquinas en sentido horario desde arriba a la izquierda; estas se cruzan o están en línea; márquelas de nuevo.</translation>
  </message>
  <message>
   <source>Kept scales were expected, not this ({1}); set the scale again.</source>
   <translation>Se esperaban escalas guardadas, no esto ({1}); fije la escala de nuevo.</translation>
  </message>
  <message>
   <source>Line {1} of {2} has the tag {3}; known tags are {4}.</source>
   <translation>La línea {1} de {2} tiene la etiqueta {3}; las conocidas son {4}.</translation>
  </message>
  <message>
   <source>Loading the network</source>
   <translation>Cargando la red</translation>
  </message>
  <message>
   <source>Looking for clean surface ({1} of {2})</source>
   <translation>Buscando superficie sin fisuras ({1} de {2})</translation>
  </message>
  <message>
   <source>Neither {1} nor {2} takes files; make one of them writable.</source>
   <translation>Ni {1} ni {2} admiten archivos; dé permiso de escritura a una de ellas.</translation>
  </message>
  <message>
   <source>Networks with a threshold of {1} can be averaged; that of {2} is {3}. Pack it first (crack-review models pack).</source>
   <translation>Solo se promedian redes con un umbral de {1}; el de {2} es {3}. Empaquétela primero (crack-review models pack).</translation>
  </message>
  <message>
   <source>No ArUco marker was found; show it whole, sharp and with its white rim, or draw a line.</source>
   <translation>No se encontró ningún marcador ArUco; muéstrelo entero, nítido y con su borde blanco, o trace una línea.</translation>
  </message>
  <message>
   <source>No mask of {1} can be used: {2}</source>
   <translation>Ninguna máscara de {1} es utilizable: {2}</translation>
  </message>
  <message>
   <source>No network “{1}” on the shelf or on disk; `crack-review models list` names those that are there.</source>
   <translation>No hay ninguna red «{1}» en la biblioteca ni en el disco; «crack-review models list» nombra las existentes.</translation>
  </message>
  <message>
   <source>No photo here, or more than one, is called {1}; name the mask as its photo.</source>
   <translation>Ninguna foto, o más de una, se llama {1}; nombre la máscara como su foto.</translation>
  </message>
  <message>
   <source>No photo was found in {1}; name photos or folders of them.</source>
   <translation>No se encontró ninguna foto en {1}; indique fotos o carpetas con fotos.</translation>
  </message>
  <message>
   <source>None of the photos is {1}; tag or review some first, or take all of them.</source>
   <translation>Ninguna de las fotos está {1}; etiquete o revise antes algunas, o tómelas todas.</translation>
  </message>
  <message>
   <source>One or more of {1} were expected, not {2}.</source>
   <translation>Se esperaba uno o varios de {1}, no {2}.</translation>
  </message>
  <message>
   <source>Only versions on the shelf can be removed, and the shipped one stays.</source>
   <translation>Solo pueden eliminarse versiones de la biblioteca, y la de fábrica permanece.</translation>
  </message>
  <message>
   <source>Predicting</source>
   <translation>Analizando</translation>
  </message>
  <message>
   <source>Preparing photos</source>
   <translation>Preparando fotos</translation>
  </message>
  <message>
   <source>Retraining needs photos tagged cracked, and there are none (held-out photos do not count); tag some first.</source>
   <translation>Para reentrenar hacen falta fotos con fisura y no hay ninguna (las reservadas no cuentan); etiquete antes algunas.</translation>
  </message>
  <message>
   <source>The ImageNet weights {1} do not exist.</source>
   <translation>Los pesos de ImageNet {1} no existen.</translation>
  </message>
  <message>
   <source>The backup {1} could not be made ({2}); make space for it.</source>
   <translation>No se pudo crear la copia de seguridad {1} ({2}); libere espacio.</translation>
  </message>
  <message>
   <source>The backup {1} was restored.</source>
   <translation>Se restauró la copia de seguridad {1}.</translation>
  </message>
  <message>
   <source>The bundle cannot be written to {1}: {2}; choose another place.</source>
   <translation>El paquete no puede guardarse en {1}: {2}; elija otro lugar.</translation>
  </message>
  <message>
   <source>The correction could not be written to {1} ({2}); make space or check the drive.</source>
   <translation>La corrección no pudo guardarse en {1} ({2}); libere espacio o compruebe la unidad.</translation>
  </message>
  <message>
   <source>The correction has {1} x {2} pixels, the photo {3} x {4}; the photo was exchanged, draw the correction anew or undo it.</source>
   <translation>La corrección tiene {1} x {2} píxeles y la foto {3} x {4}; la foto se sustituyó, dibuje la corrección de nuevo o deshágala.</translation>
  </message>
  <message>
   <source>The correction {1} is damaged; restore it from a copy or undo it.</source>
   <translation>La corrección {1} está dañada; restáurela de una copia o deshágala.</translation>
  </message>
  <message>
   <source>The correction {1} is damaged; undo it, or train without corrections.</source>
   <translation>La corrección {1} está dañada; deshágala o entrene sin correcciones.</translation>
  </message>
  <message>
   <source>The correction {1} is gone ({2}); bring it back or undo it.</source>
   <translation>La corrección {1} ha desaparecido ({2}); recupérela o deshágala.</translation>
  </message>
  <message>
   <source>The correction {1} is gone ({2}); undo it, or train without corrections.</source>
   <translation>La corrección {1} ha desaparecido ({2}); deshágala o entrene sin correcciones.</translation>
  </message>
  <message>
   <source>The correction {1} is missing in the other project; export it again.</source>
   <translation>Falta la corrección {1} en el otro proyecto; expórtelo de nuevo.</translation>
  </message>
  <message>
   <source>The damaged project file was put aside into {1}.</source>
   <translation>El archivo de proyecto dañado se apartó a {1}.</translation>
  </message>
  <message>
   <source>The device must be one of {1}, not “{2}”.</source>
   <translation>El dispositivo debe ser uno de {1}, no «{2}».</translation>
  </message>
  <message>
   <source>The device “{1}” is not present on this machine; use --device auto or cpu.</source>
   <translation>El dispositivo «{1}» no existe en este equipo; use auto o cpu.</translation>
  </message>
  <message>
   <source>The gate is calibrated on held-out photos tagged cracked, and there are none.</source>
   <translation>El filtro de fotos se calibra con fotos reservadas con fisura y no hay ninguna.</translation>
  </message>
  <message>
   <source>The logo {1} should be a PNG or JPEG and is not; choose another.</source>
   <translation>El logotipo {1} debería ser PNG o JPEG y no lo es; elija otro.</translation>
  </message>
  <message>
   <source>The marker's sides differ by {1}: the photo was taken at an angle; mark the four corners of a known rectangle instead.</source>
   <translation>Los lados del marcador difieren en {1}: la foto se tomó en ángulo; marque en su lugar las cuatro esquinas de un rectángulo conocido.</translation>
  </message>
  <message>
   <source>The mask has {1} x {2} pixels, its photo {3} x {4}; export it at the photo's size.</source>
   <translation>La máscara tiene {1} x {2} píxeles y su foto {3} x {4}; expórtela al tamaño de la foto.</translation>
  </message>
  <message>
   <source>The mask {1} should be as large as its photo, {2} x {3} pixels, and has {4} x {5}; save it at the photo's size.</source>
   <translation>La máscara {1} debería medir como su foto, {2} x {3} píxeles, y mide {4} x {5}; guárdela al tamaño de la foto.</translation>
  </message>
  <message>
   <source>The mask {1} should hold 0 and 255 and holds 0 and 1; multiply its values by 255.</source>
   <translation>La máscara {1} debería contener 0 y 255 y contiene 0 y 1; multiplique sus valores por 255.</translation>
  </message>
  <message>
   <source>The names of the shelf cannot be kept: {1}.</source>
   <translation>Los nombres de la biblioteca no pueden guardarse: {1}.</translation>
  </message>
  <message>
   <source>The network cannot be copied to {1}: {2}.</source>
   <translation>La red no puede copiarse a {1}: {2}.</translation>
  </message>
  <message>
   <source>The network cannot be saved to {1}: {2}.</source>
   <translation>La red no puede guardarse en {1}: {2}.</translation>
  </message>
  <message>
   <source>The network file {1} cannot be read: {2}.</source>
   <translation>El archivo de red {1} no puede leerse: {2}.</translation>
  </message>
  <message>
   <source>The project could not be read or written: {1}.</source>
   <translation>El proyecto no pudo leerse o guardarse: {1}.</translation>
  </message>
  <message>
   <source>The project could not be restored ({1}); make space and try again.</source>
   <translation>El proyecto no pudo restaurarse ({1}); libere espacio e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>The project file is another program's; move it out of .crack-review.</source>
   <translation>El archivo de proyecto es de otro programa; sáquelo de .crack-review.</translation>
  </message>
  <message>
   <source>The project file is damaged; run `crack-review repair` on the folder to restore it.</source>
   <translation>El archivo de proyecto está dañado; ejecute «crack-review repair» en la carpeta para restaurarlo.</translation>
  </message>
  <message>
   <source>The project file is empty; check that the drive is the one it was, or repair it.</source>
   <translation>El archivo de proyecto está vacío; compruebe que la unidad es la misma o repárelo.</translation>
  </message>
  <message>
   <source>The project file was gone.</source>
   <translation>El archivo del proyecto había desaparecido.</translation>
  </message>
  <message>
   <source>The project file {1} is gone or empty; run `crack-review repair` on the folder.</source>
   <translation>El archivo de proyecto {1} falta o está vacío; ejecute «crack-review repair» en la carpeta.</translation>
  </message>
  <message>
   <source>The project has format {1}, this program knows formats up to {2}; update Crack Review to open it.</source>
   <translation>El proyecto tiene el formato {1} y este programa conoce hasta el {2}; actualice Crack Review para abrirlo.</translation>
  </message>
  <message>
   <source>The project has no photo number {1}; read the list again.</source>
   <translation>El proyecto no tiene la foto número {1}; vuelva a leer la lista.</translation>
  </message>
  <message>
   <source>The project is being closed and takes no more actions; open it again.</source>
   <translation>El proyecto se está cerrando y no admite más acciones; ábralo de nuevo.</translation>
  </message>
  <message>
   <source>The project is in use by an older version of Crack Review; close it there and open it again.</source>
   <translation>Una versión anterior de Crack Review está usando el proyecto; ciérrelo allí y ábralo de nuevo.</translation>
  </message>
  <message>
   <source>The project is whole; nothing was changed.</source>
   <translation>El proyecto está íntegro; no se cambió nada.</translation>
  </message>
  <message>
   <source>The project of {1} is out of reach; check that the drive is there.</source>
   <translation>No se llega al proyecto de {1}; compruebe que la unidad esté ahí.</translation>
  </message>
  <message>
   <source>The project of {1} should be copied to {2}, since its folder takes no files, and cannot be ({3}); make space.</source>
   <translation>El proyecto de {1} debería copiarse a {2}, pues su carpeta no admite archivos, y no es posible ({3}); libere espacio.</translation>
  </message>
  <message>
   <source>The recipe must be one of {1}, not “{2}”.</source>
   <translation>La receta debe ser una de {1}, no «{2}».</translation>
  </message>
  <message>
   <source>The run in {1} was started with other photos or settings; resume with those, or choose a new folder.</source>
   <translation>La ejecución de {1} se inició con otras fotos o ajustes; reanúdela con ellos o elija otra carpeta.</translation>
  </message>
  <message>
   <source>The run's folder {1} cannot be made ({2}); choose another place.</source>
   <translation>La carpeta {1} de la ejecución no puede crearse ({2}); elija otro lugar.</translation>
  </message>
  <message>
   <source>The run's state cannot be kept. {1}</source>
   <translation>El estado de la ejecución no puede guardarse. {1}</translation>
  </message>
  <message>
   <source>The sample photos should be copied to {1} and cannot be ({2}); open a folder of your own.</source>
   <translation>Las fotos de ejemplo deberían copiarse a {1} y no es posible ({2}); abra una carpeta propia.</translation>
  </message>
  <message>
   <source>The shipped network is missing from resources/model; install the program again.</source>
   <translation>Falta la red de fábrica en resources/model; instale el programa de nuevo.</translation>
  </message>
  <message>
   <source>The template of the report fails ({1}); correct it or leave it out.</source>
   <translation>La plantilla del informe falla ({1}); corríjala u omítala.</translation>
  </message>
  <message>
   <source>The template {1} is not there; choose another or leave it out.</source>
   <translation>La plantilla {1} no existe; elija otra u omítala.</translation>
  </message>
  <message>
   <source>The training diverged (its loss is no longer a number); the best so far was kept.</source>
   <translation>El entrenamiento divergió (su pérdida ya no es un número); se conservó lo mejor hasta ahora.</translation>
  </message>
  <message>
   <source>The two photos cannot be laid safely over each other: {1}; pair other photos.</source>
   <translation>Las dos fotos no pueden superponerse con seguridad: {1}; empareje otras fotos.</translation>
  </message>
  <message>
   <source>The two photos share too few features to be laid over each other; pair other photos.</source>
   <translation>Las dos fotos comparten muy pocos detalles para superponerlas; empareje otras fotos.</translation>
  </message>
  <message>
   <source>The versions cannot be compared: it takes {1} held-out photos of either kind, there are {2} cracked and {3} not cracked; tag more photos.</source>
   <translation>Las versiones no se pueden comparar: hacen falta {1} fotos reservadas de cada tipo y hay {2} con fisura y {3} sin fisura; etiquete más fotos.</translation>
  </message>
  <message>
   <source>The {1} must be above 0 mm, but is {2} mm; enter it as on the camera.</source>
   <translation>{1} debe ser mayor que 0 mm y es {2} mm; indíquelo como en la cámara.</translation>
  </message>
  <message>
   <source>There is no whole backup; the project was begun anew.</source>
   <translation>No hay ninguna copia de seguridad íntegra; el proyecto se inició de nuevo.</translation>
  </message>
  <message>
   <source>These folders have different active networks; name one with --model.</source>
   <translation>Estas carpetas tienen redes activas distintas; indique una con --model.</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Entrenamiento</translation>
  </message>
  <message>
   <source>Training may open its own photos only and no mask, and it opened {1}; please report this.</source>
   <translation>El entrenamiento solo puede abrir sus propias fotos y ninguna máscara, y abrió {1}; comuníquelo, por favor.</translation>
  </message>
  <message>
   <source>Trying a faster engine</source>
   <translation>Probando un motor más rápido</translation>
  </message>
  <message>
   <source>Validating</source>
   <translation>Validando</translation>
  </message>
  <message>
   <source>What was said while {1} took no files was taken over.</source>
   <translation>Se tomó lo indicado mientras {1} no admitía archivos.</translation>
  </message>
  <message>
   <source>Width classes need growing limits above 0 mm, not {1}; correct them.</source>
   <translation>Las clases de ancho necesitan límites crecientes mayores que 0 mm, no {1}; corríjalos.</translation>
  </message>
  <message>
   <source>{1} actions were done again from the log.</source>
   <translation>Se repitieron {1} acciones a partir del registro.</translation>
  </message>
  <message>
   <source>{1} cannot be made ({2}); make room for temporary files.</source>
   <translation>{1} no puede crearse ({2}); libere espacio para archivos temporales.</translation>
  </message>
  <message>
   <source>{1} cannot be read ({2}); check that its drive is connected, then try again.</source>
   <translation>{1} no puede leerse ({2}); compruebe que su unidad está conectada e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>{1} cannot be written ({2}); make room or choose another place.</source>
   <translation>{1} no puede guardarse ({2}); libere espacio o elija otro lugar.</translation>
  </message>
  <message>
   <source>{1} classes need as many colours, not {2}; add or remove some.</source>
   <translation>{1} clases necesitan otros tantos colores, no {2}; añada o quite alguno.</translation>
  </message>
  <message>
   <source>{1} could not be read ({2}); choose another file.</source>
   <translation>{1} no pudo leerse ({2}); elija otro archivo.</translation>
  </message>
  <message>
   <source>{1} could not be unpacked ({2}); make space for it.</source>
   <translation>{1} no pudo descomprimirse ({2}); libere espacio.</translation>
  </message>
  <message>
   <source>{1} could not be written ({2}); choose another place.</source>
   <translation>{1} no pudo guardarse ({2}); elija otro lugar.</translation>
  </message>
  <message>
   <source>{1} could not be written ({2}); make space for it.</source>
   <translation>{1} no pudo guardarse ({2}); libere espacio.</translation>
  </message>
  <message>
   <source>{1} does not fit into memory; close other programs or reduce it.</source>
   <translation>{1} no cabe en la memoria; cierre otros programas o redúzcala.</translation>
  </message>
  <message>
   <source>{1} does not fit the network: {2} tensors are missing, unknown, or of another shape or type (first: {3}); fetch or export the network again.</source>
   <translation>{1} no encaja en la red: {2} tensores faltan, son desconocidos o de otra forma o tipo (el primero: {3}); obtenga o exporte la red de nuevo.</translation>
  </message>
  <message>
   <source>{1} does not lie in the project's folder {2}; add its folder as a project.</source>
   <translation>{1} no está en la carpeta {2} del proyecto; añada su carpeta como proyecto.</translation>
  </message>
  <message>
   <source>{1} has a damaged description; fetch or export the network again.</source>
   <translation>{1} tiene la descripción dañada; obtenga o exporte la red de nuevo.</translation>
  </message>
  <message>
   <source>{1} has a damaged header; fetch or export the network again.</source>
   <translation>{1} tiene la cabecera dañada; obtenga o exporte la red de nuevo.</translation>
  </message>
  <message>
   <source>{1} has no project to repair; name the folder whose photos were tagged.</source>
   <translation>{1} no tiene ningún proyecto que reparar; indique la carpeta cuyas fotos se marcaron.</translation>
  </message>
  <message>
   <source>{1} has no project; choose a folder whose photos were tagged.</source>
   <translation>{1} no tiene proyecto; elija una carpeta cuyas fotos se hayan etiquetado.</translation>
  </message>
  <message>
   <source>{1} has this project open; close it there first.</source>
   <translation>{1} tiene abierto este proyecto; ciérrelo allí primero.</translation>
  </message>
  <message>
   <source>{1} has this project open; it can be read here and written there only.</source>
   <translation>{1} tiene abierto este proyecto; aquí puede leerse y solo allí modificarse.</translation>
  </message>
  <message>
   <source>{1} has {2} x {3} pixels, more than the limit of {4} megapixels; cut it into parts or reduce it.</source>
   <translation>{1} tiene {2} x {3} píxeles, más que el límite de {4} megapíxeles; divídala o redúzcala.</translation>
  </message>
  <message>
   <source>{1} holds format {2}, architecture {3}; this program reads format {4}, architecture {5}. Use the version of the program that wrote it.</source>
   <translation>{1} contiene el formato {2}, arquitectura {3}; este programa lee el formato {4}, arquitectura {5}. Use la versión del programa que lo creó.</translation>
  </message>
  <message>
   <source>{1} holds something else than a table of tensors; expected a state dict.</source>
   <translation>{1} contiene algo distinto de una tabla de tensores; se esperaba un «state dict».</translation>
  </message>
  <message>
   <source>{1} holds weights that are no numbers ({2}); fetch the network again.</source>
   <translation>{1} contiene pesos que no son números ({2}); obtenga la red de nuevo.</translation>
  </message>
  <message>
   <source>{1} is a HEIC photo, which needs the package pillow-heif; install crack-review[heic], or convert the photo to JPEG.</source>
   <translation>{1} es una foto HEIC y necesita el paquete pillow-heif; instale crack-review[heic] o convierta la foto a JPEG.</translation>
  </message>
  <message>
   <source>{1} is a photo and is never overwritten; choose another folder.</source>
   <translation>{1} es una foto y nunca se sobrescribe; elija otra carpeta.</translation>
  </message>
  <message>
   <source>{1} is cut short; fetch or export the network again.</source>
   <translation>{1} está truncado; obtenga o exporte la red de nuevo.</translation>
  </message>
  <message>
   <source>{1} is damaged or cut short ({2}); copy it again, or restore it from a backup.</source>
   <translation>{1} está dañada o truncada ({2}); cópiela de nuevo o restáurela de una copia de seguridad.</translation>
  </message>
  <message>
   <source>{1} is damaged, cut short, or of a rare kind that cannot be read; copy it again, or save it as JPEG.</source>
   <translation>{1} está dañada, truncada o es de un tipo raro que no puede leerse; cópiela de nuevo o guárdela como JPEG.</translation>
  </message>
  <message>
   <source>{1} is damaged: {2}; fetch or export the network again.</source>
   <translation>{1} está dañado: {2}; obtenga o exporte la red de nuevo.</translation>
  </message>
  <message>
   <source>{1} is larger than 1 GiB; split it.</source>
   <translation>{1} supera 1 GiB; divídalo.</translation>
  </message>
  <message>
   <source>{1} is no project that Crack Review exported, or it is damaged; ask for it again.</source>
   <translation>{1} no es un proyecto exportado por Crack Review o está dañado; pídalo de nuevo.</translation>
  </message>
  <message>
   <source>{1} is no table of tags ({2}); expected are photo,tag lines.</source>
   <translation>{1} no es una tabla de etiquetas ({2}); se esperan líneas photo,tag.</translation>
  </message>
  <message>
   <source>{1} is not a ResNet-50 of torchvision: it lacks {2}.</source>
   <translation>{1} no es un ResNet-50 de torchvision: falta {2}.</translation>
  </message>
  <message>
   <source>{1} is not a network of this program (safetensors was expected); choose another file.</source>
   <translation>{1} no es una red de este programa (se esperaba safetensors); elija otro archivo.</translation>
  </message>
  <message>
   <source>{1} is not a plain torchvision state dict: {2}.</source>
   <translation>{1} no es un «state dict» simple de torchvision: {2}.</translation>
  </message>
  <message>
   <source>{1} is not the {2} file that was expected ({3}); export it again from the other program.</source>
   <translation>{1} no es el archivo {2} esperado ({3}); expórtelo de nuevo desde el otro programa.</translation>
  </message>
  <message>
   <source>{1} is not there any more; put it back, or read the folder again.</source>
   <translation>{1} ya no está; devuélvala a su sitio o vuelva a leer la carpeta.</translation>
  </message>
  <message>
   <source>{1} lacks a threshold or gate between 0 and 1; export the network again.</source>
   <translation>A {1} le falta un umbral o filtro entre 0 y 1; exporte la red de nuevo.</translation>
  </message>
  <message>
   <source>{1} lies in a folder named {2}, and training opens no mask; take it out of the tags, or move the photos to a folder of another name.</source>
   <translation>{1} está en una carpeta llamada {2} y el entrenamiento no abre máscaras; sáquela de las etiquetas o mueva las fotos a una carpeta con otro nombre.</translation>
  </message>
  <message>
   <source>{1} lies in the cloud only; make it available on this device, then try again.</source>
   <translation>{1} está solo en la nube; hágala disponible en este dispositivo e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>{1} may not be read; give yourself the right to read it.</source>
   <translation>No tiene permiso para leer {1}; concédaselo.</translation>
  </message>
  <message>
   <source>{1} may set {2}, colours as #rrggbb; correct {3}.</source>
   <translation>{1} puede fijar {2}, colores como #rrggbb; corrija {3}.</translation>
  </message>
  <message>
   <source>{1} names a photo outside its folder, {2}; correct the file.</source>
   <translation>{1} nombra una foto fuera de su carpeta, {2}; corrija el archivo.</translation>
  </message>
  <message>
   <source>{1} names a photo outside its folder, {2}; correct the table.</source>
   <translation>{1} nombra una foto fuera de su carpeta, {2}; corrija la tabla.</translation>
  </message>
  <message>
   <source>{1} names the font {2}, which is not there; correct it.</source>
   <translation>{1} nombra la fuente {2}, que no existe; corríjalo.</translation>
  </message>
  <message>
   <source>{1} needs GPS, a scale and the heading of its upper edge to be put on a map; set what is missing or export in pixels.</source>
   <translation>{1} necesita GPS, una escala y el rumbo de su borde superior para situarse en un mapa; complete lo que falta o exporte en píxeles.</translation>
  </message>
  <message>
   <source>{1} needs more memory than is free; close other programs, then try again.</source>
   <translation>{1} necesita más memoria de la libre; cierre otros programas e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>{1} needs the columns photo and tag in its first line; it has {2}.</source>
   <translation>{1} necesita las columnas photo y tag en su primera línea; tiene {2}.</translation>
  </message>
  <message>
   <source>{1} of the {2} photos of {3} are not under {4}, the first is {5}; name the folder that the table's paths are relative to.</source>
   <translation>{1} de las {2} fotos de {3} no están bajo {4}; la primera es {5}; indique la carpeta a la que se refieren las rutas de la tabla.</translation>
  </message>
  <message>
   <source>{1} photos in a row could not be read, {2} among them; check that the folder of the photos is there, then resume.</source>
   <translation>{1} fotos seguidas no pudieron leerse, entre ellas {2}; compruebe que la carpeta de las fotos existe y reanude.</translation>
  </message>
  <message>
   <source>{1} should be a COCO or LabelMe file and is not ({2}); export it again.</source>
   <translation>{1} debería ser un archivo COCO o LabelMe y no lo es ({2}); expórtelo de nuevo.</translation>
  </message>
  <message>
   <source>{1} should be a JPEG, PNG, TIFF, WebP, BMP or HEIC photo and is none of them; save it as JPEG, or take it out of the folder.</source>
   <translation>{1} debería ser una foto JPEG, PNG, TIFF, WebP, BMP o HEIC y no es ninguna de ellas; guárdela como JPEG o sáquela de la carpeta.</translation>
  </message>
  <message>
   <source>{1} should be a JSON file and cannot be read ({2}); choose another.</source>
   <translation>{1} debería ser un archivo JSON y no puede leerse ({2}); elija otro.</translation>
  </message>
  <message>
   <source>{1} should be a TOML file of a style and is not ({2}); correct it.</source>
   <translation>{1} debería ser un archivo TOML de estilo y no lo es ({2}); corríjalo.</translation>
  </message>
  <message>
   <source>{1} should be a TrueType font and is not ({2}); choose another.</source>
   <translation>{1} debería ser una fuente TrueType y no lo es ({2}); elija otra.</translation>
  </message>
  <message>
   <source>{1} should be a folder of photos and cannot be opened ({2}); choose another.</source>
   <translation>{1} debería ser una carpeta de fotos y no puede abrirse ({2}); elija otra.</translation>
  </message>
  <message>
   <source>{1} should be a photo and is an empty file; copy it again.</source>
   <translation>{1} debería ser una foto y es un archivo vacío; cópiela de nuevo.</translation>
  </message>
  <message>
   <source>{1} should be a photo and is not a file; choose another one.</source>
   <translation>{1} debería ser una foto y no es un archivo; elija otra.</translation>
  </message>
  <message>
   <source>{1} should hold a JSON object, not a list or value; choose another.</source>
   <translation>{1} debería contener un objeto JSON, no una lista ni un valor; elija otro.</translation>
  </message>
  <message>
   <source>{1} should hold masks of the photos in {2} and holds none of the same names; choose another folder, or name each mask as its photo.</source>
   <translation>{1} debería contener máscaras de las fotos de {2} y no contiene ninguna con el mismo nombre; elija otra carpeta o nombre cada máscara como su foto.</translation>
  </message>
  <message>
   <source>{1} should hold photos in a folder images and their masks in a folder masks beside it, and no mask was found; choose the folder of the masks.</source>
   <translation>{1} debería contener fotos en una carpeta images y sus máscaras al lado en una carpeta masks, y no se encontró ninguna; elija la carpeta de las máscaras.</translation>
  </message>
  <message>
   <source>{1} was not written by Crack Review: its description is missing; choose another file.</source>
   <translation>{1} no fue creado por Crack Review: falta su descripción; elija otro archivo.</translation>
  </message>
  <message>
   <source>{1} would unpack to {2} MiB, more than {3}; do not trust it.</source>
   <translation>{1} ocuparía {2} MiB al descomprimirse, más que {3}; no se fíe de él.</translation>
  </message>
 </context>
 <context>
  <name>durations</name>
  <message numerus="yes">
   <source>about %Ln hours</source>
   <translation>
    <numerusform>aprox. %Ln hora</numerusform>
    <numerusform>aprox. %Ln horas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>about %Ln minutes</source>
   <translation>
    <numerusform>aprox. un minuto</numerusform>
    <numerusform>aprox. %Ln minutos</numerusform>
   </translation>
  </message>
  <message>
   <source>under a minute</source>
   <translation>menos de un minuto</translation>
  </message>
 </context>
 <context>
  <name>failures</name>
  <message>
   <source>Something went wrong inside the program ({name}).</source>
   <translation>Se ha producido un error dentro del programa ({name}).</translation>
  </message>
  <message>
   <source>The memory of this machine ran out. Close other programs, or choose a smaller job.</source>
   <translation>Se agotó la memoria de este equipo. Cierre otros programas o elija un trabajo menor.</translation>
  </message>
  <message>
   <source>The system reports: {reason}.</source>
   <translation>El sistema informa: {reason}.</translation>
  </message>
 </context>
 <context>
  <name>history</name>
  <message numerus="yes">
   <source>%Ln photos</source>
   <translation>
    <numerusform>%Ln foto</numerusform>
    <numerusform>%Ln fotos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln values</source>
   <translation>
    <numerusform>%Ln valor</numerusform>
    <numerusform>%Ln valores</numerusform>
   </translation>
  </message>
  <message>
   <source>Correction</source>
   <translation>Corrección</translation>
  </message>
  <message>
   <source>Crack</source>
   <translation>Fisura</translation>
  </message>
  <message>
   <source>Import of masks</source>
   <translation>Importación de máscaras</translation>
  </message>
  <message>
   <source>Import of tags</source>
   <translation>Importación de etiquetas</translation>
  </message>
  <message>
   <source>Judgement</source>
   <translation>Valoración</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Fusionar</translation>
  </message>
  <message>
   <source>Names of folders</source>
   <translation>Nombres de carpetas</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Nota</translation>
  </message>
  <message>
   <source>Region to ignore</source>
   <translation>Zona ignorada</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisión</translation>
  </message>
  <message>
   <source>Scale</source>
   <translation>Escala</translation>
  </message>
  <message>
   <source>Scale of a camera</source>
   <translation>Escala de una cámara</translation>
  </message>
  <message>
   <source>Scale of severity</source>
   <translation>Escala de gravedad</translation>
  </message>
  <message>
   <source>Tag</source>
   <translation>Etiqueta</translation>
  </message>
  <message>
   <source>Threshold</source>
   <translation>Umbral</translation>
  </message>
  <message>
   <source>accepted</source>
   <translation>aceptada</translation>
  </message>
  <message>
   <source>cracked</source>
   <translation>con fisura</translation>
  </message>
  <message>
   <source>not cracked</source>
   <translation>sin fisura</translation>
  </message>
  <message>
   <source>rejected</source>
   <translation>rechazada</translation>
  </message>
  <message>
   <source>set</source>
   <translation>fijado</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>retirado</translation>
  </message>
  <message>
   <source>unsure</source>
   <translation>dudosa</translation>
  </message>
 </context>
 <context>
  <name>jobs</name>
  <message>
   <source>The versions cannot be compared: it takes {wanted} held-out photos of either kind, there are {cracked} tagged cracked and {clean} tagged not cracked. Tag more photos; one in five is held out.</source>
   <translation>Las versiones no se pueden comparar: hacen falta {wanted} fotos reservadas de cada tipo y hay {cracked} con fisura y {clean} sin fisura. Etiquete más fotos; se reserva una de cada cinco.</translation>
  </message>
 </context>
 <context>
  <name>material</name>
  <message>
   <source>No photo is tagged not cracked: without them false alarms hardly get fewer. Tag some with N.</source>
   <translation>Ninguna foto está etiquetada sin fisura: sin ellas las falsas alarmas apenas disminuyen. Etiquete algunas con N.</translation>
  </message>
  <message>
   <source>No photo to learn from is tagged cracked. Tag some with C first.</source>
   <translation>Ninguna foto para aprender está etiquetada con fisura. Etiquete antes algunas con C.</translation>
  </message>
  <message numerus="yes">
   <source>Only %Ln photos tagged cracked: {wanted} or more teach noticeably better.</source>
   <translation>
    <numerusform>Solo %Ln foto con fisura: con {wanted} o más se aprende bastante mejor.</numerusform>
    <numerusform>Solo %Ln fotos con fisura: con {wanted} o más se aprende bastante mejor.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Only %Ln photos tagged not cracked: {wanted} or more make false alarms fewer.</source>
   <translation>
    <numerusform>Solo %Ln foto sin fisura: con {wanted} o más disminuyen las falsas alarmas.</numerusform>
    <numerusform>Solo %Ln fotos sin fisura: con {wanted} o más disminuyen las falsas alarmas.</numerusform>
   </translation>
  </message>
  <message>
   <source>The new version cannot be compared with the active one: that takes {count} held-out photos of either kind, about {tags} tags of each.</source>
   <translation>La nueva versión no puede compararse con la activa: hacen falta {count} fotos reservadas de cada tipo, unas {tags} etiquetas de cada uno.</translation>
  </message>
 </context>
 <context>
  <name>menus</name>
  <message>
   <source>Edit</source>
   <translation>Editar</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <source>Go</source>
   <translation>Ir</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>A&amp;yuda</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modelo</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>&amp;Registro</translation>
  </message>
  <message>
   <source>View</source>
   <translation>Ver</translation>
  </message>
 </context>
 <context>
  <name>opening</name>
  <message numerus="yes">
   <source>%Ln photos so far</source>
   <translation>
    <numerusform>%Ln foto hasta ahora</numerusform>
    <numerusform>%Ln fotos hasta ahora</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>queues</name>
  <message>
   <source>All</source>
   <translation>Todas</translation>
  </message>
  <message>
   <source>Contradict model</source>
   <translation>Contra el modelo</translation>
  </message>
  <message>
   <source>Cracked</source>
   <translation>Con fisura</translation>
  </message>
  <message>
   <source>Every photo could be read.</source>
   <translation>Todas las fotos pudieron leerse.</translation>
  </message>
  <message>
   <source>Every photo has its tag.</source>
   <translation>Todas las fotos tienen su etiqueta.</translation>
  </message>
  <message>
   <source>Every photo is reviewed.</source>
   <translation>Todas las fotos están revisadas.</translation>
  </message>
  <message>
   <source>Lowest Dice</source>
   <translation>Dice más bajo</translation>
  </message>
  <message>
   <source>Most uncertain</source>
   <translation>Más inciertas</translation>
  </message>
  <message>
   <source>No photo has both a true mask and a prediction.</source>
   <translation>Ninguna foto tiene a la vez máscara de referencia y análisis.</translation>
  </message>
  <message>
   <source>No photo is tagged cracked yet: C.</source>
   <translation>Aún no hay fotos con fisura: C.</translation>
  </message>
  <message>
   <source>No photo is tagged not cracked yet: N.</source>
   <translation>Aún no hay fotos sin fisura: N.</translation>
  </message>
  <message>
   <source>No photo is tagged unsure.</source>
   <translation>No hay fotos dudosas.</translation>
  </message>
  <message>
   <source>No tag contradicts the model.</source>
   <translation>Ninguna etiqueta contradice al modelo.</translation>
  </message>
  <message>
   <source>Not cracked</source>
   <translation>Sin fisura</translation>
  </message>
  <message>
   <source>Nothing here.</source>
   <translation>No hay nada aquí.</translation>
  </message>
  <message>
   <source>Open a folder of photos: Ctrl+O, or drop one here.</source>
   <translation>Abra una carpeta de fotos: Ctrl+O, o arrástrela aquí.</translation>
  </message>
  <message>
   <source>The model is sure of every photo that has no tag.</source>
   <translation>El modelo está seguro de todas las fotos sin etiqueta.</translation>
  </message>
  <message>
   <source>Unreadable</source>
   <translation>Ilegibles</translation>
  </message>
  <message>
   <source>Unreviewed</source>
   <translation>Sin revisar</translation>
  </message>
  <message>
   <source>Unsure</source>
   <translation>Dudosa</translation>
  </message>
  <message>
   <source>Untagged</source>
   <translation>Sin etiqueta</translation>
  </message>
  <message>
   <source>by Dice</source>
   <translation>por Dice</translation>
  </message>
  <message>
   <source>by crack area</source>
   <translation>por área de fisura</translation>
  </message>
  <message>
   <source>by crack score</source>
   <translation>por puntuación</translation>
  </message>
  <message>
   <source>by date taken</source>
   <translation>por fecha de toma</translation>
  </message>
  <message>
   <source>by name</source>
   <translation>por nombre</translation>
  </message>
  <message>
   <source>by uncertainty</source>
   <translation>por incertidumbre</translation>
  </message>
  <message>
   <source>queue order</source>
   <translation>orden de la lista</translation>
  </message>
 </context>
 <context>
  <name>samples</name>
  <message>
   <source>Held out of every training, for good, with all its near-duplicates: versions are compared on it.</source>
   <translation>Reservada para siempre de todo entrenamiento, con todos sus casi duplicados: con ella se comparan versiones.</translation>
  </message>
  <message>
   <source>Left out: tagged unsure, unreadable, or a near-duplicate of both parts.</source>
   <translation>Omitida: dudosa, ilegible o casi duplicado de ambas partes.</translation>
  </message>
  <message>
   <source>The active model contradicts its tag.</source>
   <translation>El modelo activo contradice su etiqueta.</translation>
  </message>
  <message>
   <source>The model learns from this photo.</source>
   <translation>El modelo aprende de esta foto.</translation>
  </message>
  <message>
   <source>held out</source>
   <translation>reservada</translation>
  </message>
  <message>
   <source>learnt from</source>
   <translation>para aprender</translation>
  </message>
  <message>
   <source>left out</source>
   <translation>omitida</translation>
  </message>
 </context>
 <context>
  <name>search</name>
  <message>
   <source>“{key}:” is followed by a comparison such as &gt;0.8 or &lt;5%, not by “{value}”.</source>
   <translation>Tras «{key}:» va una comparación como &gt;0.8 o &lt;5%, no «{value}».</translation>
  </message>
  <message>
   <source>“{key}:” is followed by one of {words}, not by “{value}”.</source>
   <translation>Tras «{key}:» va una de {words}, no «{value}».</translation>
  </message>
 </context>
 <context>
  <name>settings</name>
  <message>
   <source>Apple graphics</source>
   <translation>Gráficos Apple</translation>
  </message>
  <message>
   <source>Automatic</source>
   <translation>Automático</translation>
  </message>
  <message>
   <source>Blue</source>
   <translation>Azul</translation>
  </message>
  <message>
   <source>Choose automatically</source>
   <translation>Elegir automáticamente</translation>
  </message>
  <message>
   <source>Chosen automatically, the window stays responsive.</source>
   <translation>Si se elige automáticamente, la ventana sigue respondiendo.</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Colores</translation>
  </message>
  <message>
   <source>Compute on</source>
   <translation>Calcular con</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <source>Follow the system</source>
   <translation>Como el sistema</translation>
  </message>
  <message>
   <source>Go on to the next photo after a tag</source>
   <translation>Pasar a la foto siguiente tras una etiqueta</translation>
  </message>
  <message>
   <source>Keep predictions up to</source>
   <translation>Conservar análisis hasta</translation>
  </message>
  <message>
   <source>Language (from the next start)</source>
   <translation>Idioma (desde el próximo inicio)</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Aspecto</translation>
  </message>
  <message>
   <source>Machine</source>
   <translation>Equipo</translation>
  </message>
  <message>
   <source>Mask colour</source>
   <translation>Color de la máscara</translation>
  </message>
  <message>
   <source>Mask opacity</source>
   <translation>Opacidad de la máscara</translation>
  </message>
  <message>
   <source>NVIDIA graphics</source>
   <translation>Gráficos NVIDIA</translation>
  </message>
  <message>
   <source>Open the last folder at start</source>
   <translation>Abrir la última carpeta al iniciar</translation>
  </message>
  <message>
   <source>Orange</source>
   <translation>Naranja</translation>
  </message>
  <message>
   <source>Photos as rows of words</source>
   <translation>Fotos como filas de texto</translation>
  </message>
  <message>
   <source>Predict the whole folder in the background</source>
   <translation>Analizar toda la carpeta en segundo plano</translation>
  </message>
  <message>
   <source>Processor</source>
   <translation>Procesador</translation>
  </message>
  <message>
   <source>Processor threads</source>
   <translation>Hilos del procesador</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisión</translation>
  </message>
  <message>
   <source>Tell me on the desktop when long work ends</source>
   <translation>Avisar en el escritorio al terminar un trabajo largo</translation>
  </message>
  <message>
   <source>The next photo is the one that the filter shows.</source>
   <translation>La foto siguiente es la que muestra el filtro.</translation>
  </message>
  <message>
   <source>Violet</source>
   <translation>Violeta</translation>
  </message>
  <message>
   <source>When the program starts without a folder.</source>
   <translation>Cuando el programa se inicia sin carpeta.</translation>
  </message>
 </context>
 <context>
  <name>shelving</name>
  <message>
   <source>Shipped</source>
   <translation>De fábrica</translation>
  </message>
  <message>
   <source>Version {number}</source>
   <translation>Versión {number}</translation>
  </message>
 </context>
 <context>
  <name>tasks</name>
  <message>
   <source>Comparing projects</source>
   <translation>Comparando proyectos</translation>
  </message>
  <message>
   <source>Comparing two dates</source>
   <translation>Comparando dos fechas</translation>
  </message>
  <message>
   <source>Comparing versions</source>
   <translation>Comparando versiones</translation>
  </message>
  <message>
   <source>Exporting</source>
   <translation>Exportando</translation>
  </message>
  <message>
   <source>Importing</source>
   <translation>Importando</translation>
  </message>
  <message>
   <source>Laying two photos over each other</source>
   <translation>Superponiendo dos fotos</translation>
  </message>
  <message>
   <source>Looking for markers</source>
   <translation>Buscando marcadores</translation>
  </message>
  <message>
   <source>Looking for photos</source>
   <translation>Buscando fotos</translation>
  </message>
  <message>
   <source>Looking for projects</source>
   <translation>Buscando proyectos</translation>
  </message>
  <message>
   <source>Looking for true masks</source>
   <translation>Buscando máscaras de referencia</translation>
  </message>
  <message>
   <source>Predicting</source>
   <translation>Analizando</translation>
  </message>
  <message>
   <source>Predicting with both versions</source>
   <translation>Analizando con ambas versiones</translation>
  </message>
  <message>
   <source>Predicting with the other version</source>
   <translation>Analizando con la otra versión</translation>
  </message>
  <message>
   <source>Preparing training</source>
   <translation>Preparando el entrenamiento</translation>
  </message>
  <message>
   <source>Reading photo facts</source>
   <translation>Leyendo datos de las fotos</translation>
  </message>
  <message>
   <source>Reading the model shelf</source>
   <translation>Leyendo la biblioteca de modelos</translation>
  </message>
  <message>
   <source>Scoring</source>
   <translation>Calculando cifras</translation>
  </message>
  <message>
   <source>Training</source>
   <translation>Entrenamiento</translation>
  </message>
  <message>
   <source>Trying a faster engine</source>
   <translation>Probando un motor más rápido</translation>
  </message>
  <message>
   <source>Writing the project</source>
   <translation>Escribiendo el proyecto</translation>
  </message>
  <message>
   <source>Writing the report</source>
   <translation>Escribiendo el informe</translation>
  </message>
 </context>
 <context>
  <name>version</name>
  <message>
   <source>AUROC of tags</source>
   <translation>AUROC de las etiquetas</translation>
  </message>
  <message>
   <source>Architecture</source>
   <translation>Arquitectura</translation>
  </message>
  <message>
   <source>Dice on painted cracks</source>
   <translation>Dice en fisuras pintadas</translation>
  </message>
  <message>
   <source>Format, id</source>
   <translation>Formato, id</translation>
  </message>
  <message>
   <source>Held-out figures</source>
   <translation>Cifras (fotos reservadas)</translation>
  </message>
  <message>
   <source>Input</source>
   <translation>Entrada</translation>
  </message>
  <message>
   <source>Learnt from</source>
   <translation>Aprendido de</translation>
  </message>
  <message>
   <source>Made</source>
   <translation>Creada</translation>
  </message>
  <message>
   <source>Parent</source>
   <translation>Origen</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Semilla</translation>
  </message>
  <message>
   <source>Sources</source>
   <translation>Fuentes</translation>
  </message>
  <message>
   <source>Tags as of</source>
   <translation>Etiquetas a fecha de</translation>
  </message>
  <message>
   <source>Threshold, gate</source>
   <translation>Umbral, filtro</translation>
  </message>
  <message>
   <source>normalised as {kind}, working scale {scale}</source>
   <translation>normalizado como {kind}, escala de trabajo {scale}</translation>
  </message>
  <message>
   <source>{cracked} cracked, {clean} not cracked, {held_out} held out</source>
   <translation>{cracked} con fisura, {clean} sin fisura, {held_out} reservadas</translation>
  </message>
 </context>
</TS>
