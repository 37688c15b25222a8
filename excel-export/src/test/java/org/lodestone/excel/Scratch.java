package org.lodestone.excel;
import java.nio.file.*; import java.time.*; import org.lodestone.core.dataset.*; import org.lodestone.reports.pack.*;
class Scratch { public static void main(String[] a) throws Exception { var r=DatasetReader.read(Path.of(a[0])); r.problems().forEach(System.out::println); var d=r.dataset().orElseThrow();
 long t=System.nanoTime(); var rep=ResearchPack.of(d); System.out.println("report "+(System.nanoTime()-t)/1e6); Workbooks.write(rep, LocalDate.of(2026,11,1), Path.of(a[1])); System.out.println("written "+(System.nanoTime()-t)/1e6);
 for (var c: org.lodestone.reports.claim.ClaimCheck.of(d).claims()) System.out.println((c.asExpected()?"  ":"! ")+c.claim().id()+" "+c.claim().printed()+" -> "+c.recomputedText()+" "+c.verdict()+" | "+c.derivation()); } }
