package org.lodestone.excel;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.util.IOUtils;
import org.apache.poi.util.LocaleUtil;
import org.junit.jupiter.api.Test;
import org.lodestone.reports.formula.Fn;

/** The rules on which part may know which. Each rule is a sentence of ARCHITECTURE.md. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/org/lodestone/shaded/"))
            .importPackages("org.lodestone");

    @Test
    void core_knows_nothing_of_reports_and_workbooks() {
        noClasses()
                .that()
                .resideInAPackage("org.lodestone.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lodestone.reports..", "org.lodestone.excel..", "org.apache.poi..")
                .check(CLASSES);
    }

    @Test
    void reports_know_nothing_of_cells() {
        noClasses()
                .that()
                .resideInAPackage("org.lodestone.reports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.lodestone.excel..", "org.apache.poi..")
                .check(CLASSES);
    }

    @Test
    void formulas_and_the_report_model_know_no_analysis() {
        classes()
                .that()
                .resideInAnyPackage("org.lodestone.reports.formula..", "org.lodestone.reports.report..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.google.common..",
                        "org.jspecify..",
                        "org.lodestone.core..",
                        "org.lodestone.reports.function..",
                        "org.lodestone.reports.formula..",
                        "org.lodestone.reports.report..")
                .check(CLASSES);
    }

    /** A switch over functions would have a branch into which a new one falls. */
    @Test
    void what_compiles_and_prints_calls_asks_the_function_and_knows_none_by_name() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.lodestone.reports.formula..")
                .should()
                .callMethod(Fn.class, "ordinal")
                .orShould()
                .callMethod(Fn.class, "values")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.lodestone.reports.simulation..")
                .or()
                .haveNameMatching(".*\\.(Printer|CellRange|BlockRun)(\\$.*)?")
                .should()
                .accessFieldWhere(targetOwner(assignableTo(Fn.class)))
                .check(CLASSES);
    }

    /** A test with instanceof passes over a case that is added later; whether another is of its own kind, only {@code equals} asks. */
    @Test
    void closed_types_are_folded_and_not_tested() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getInstanceofChecks().stream())
                        .filter(check -> isCase(check.getRawType().reflect()))
                        .filter(check -> !check.getOwner().getName().equals("equals"))
                        .map(check -> check.getOwner().getFullName() + " tests for "
                                + check.getRawType().getName()))
                .isEmpty();
    }

    private static boolean isCase(Class<?> type) {
        return Stream.of(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    @Test
    void front_page_and_checks_take_what_parts_bring_and_know_no_analysis() {
        classes()
                .that()
                .haveNameMatching(".*\\.pack\\.(FrontPage|Opening|CheckSection)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.google.common..",
                        "org.jspecify..",
                        "org.lodestone.core..",
                        "org.lodestone.reports.formula..",
                        "org.lodestone.reports.report..",
                        "org.lodestone.reports.pack..")
                .check(CLASSES);
    }

    /** Of the two rooms that are not exported, analyses stand on one, and the other is made of what they find. */
    @Test
    void no_analysis_knows_a_sheet_and_only_the_pack_puts_sheets_together() {
        noClasses()
                .that()
                .resideInAPackage("org.lodestone.reports..")
                .and()
                .resideOutsideOfPackages("org.lodestone.reports.sheet..", "org.lodestone.reports.pack..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.lodestone.reports.sheet..")
                .check(CLASSES);
    }

    @Test
    void no_analysis_knows_the_pack() {
        noClasses()
                .that()
                .resideInAPackage("org.lodestone.reports..")
                .and()
                .resideOutsideOfPackage("org.lodestone.reports.pack..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.lodestone.reports.pack..")
                .check(CLASSES);
    }

    @Test
    void only_the_drawing_the_reader_of_packs_and_the_note_for_word_know_poi() {
        classes()
                .that()
                .resideInAPackage("org.lodestone.excel..")
                .and()
                .haveNameNotMatching(
                        ".*\\.(WorkerThread|Drawing|PackedFile|WorkbookCells|SheetFrame|FilePart|Style|Workbooks|PackReader"
                                + "|NoteDocument|NoteStyles|NoteTable)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.poi..")
                .check(CLASSES);
    }

    /** So that a pack does not wait for what sets pages, and neither for what paints. */
    @Test
    void what_writes_packs_knows_nothing_of_notes_and_nothing_is_painted() {
        String notes = ".*\\.(ResearchNotes|PlotJson|Note[A-Z].*)";
        noClasses()
                .that()
                .resideInAPackage("org.lodestone.excel")
                .and()
                .haveNameNotMatching(notes)
                .should()
                .dependOnClassesThat()
                .haveNameMatching(notes)
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.lodestone.excel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..")
                .check(CLASSES);
    }

    @Test
    void reading_workbooks_knows_tables_and_not_how_packs_are_written() {
        classes()
                .that()
                .resideInAPackage("org.lodestone.excel.read..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.xml.stream..",
                        "org.lodestone.shaded.aalto..",
                        "com.google.common..",
                        "org.jspecify..",
                        "org.lodestone.core.problem..",
                        "org.lodestone.core.table..",
                        "org.lodestone.core.internal.text..",
                        "org.lodestone.excel.read..")
                .check(CLASSES);
    }

    /** These are the words of the field for a dataset as for a report, and no other would say better what either is. */
    private static final ImmutableSet<String> IN_TWO_LAYERS = ImmutableSet.of("Table", "Column");

    @Test
    void no_two_types_that_stand_by_themselves_share_a_name() {
        assertThat(CLASSES.stream()
                        .filter(type -> type.isTopLevelClass()
                                && !type.getSimpleName().equals("package-info")
                                && !IN_TWO_LAYERS.contains(type.getSimpleName()))
                        .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toSet())))
                        .entrySet())
                .filteredOn(name -> name.getValue().size() > 1)
                .isEmpty();
    }

    /** Where users begin, by what they want to do. Whatever else is public, their signatures lead to. */
    private static final ImmutableSet<String> BEGINNINGS = ImmutableSet.of(
            // open a dataset, put one together, change it and write it
            "Datasets",
            "DatasetTables",
            // read what others publish: USGS, files of analysts, tables of companies
            "UsgsReader",
            "FundamentalsFile",
            "UniverseReader",
            "TableFiles",
            "CsvFormat",
            "WorkbookFormat",
            // ask what changed, who comes first, what may come out
            "Comparison",
            "Screening",
            "Simulation",
            // say a calculation of one's own, and a rule of a screen
            "Concentration",
            "Growth",
            "Definitions",
            "LiveNormalisation",
            "LiveOutliers",
            // a pack, a note, and what was typed into one
            "ScreenPack",
            "Workbooks",
            "ResearchNotes");

    @Test
    void what_is_public_is_where_users_begin_or_what_that_leads_to() {
        Set<Class<?>> led = ledToFrom(BEGINNINGS);
        assertThat(alone().filter(type -> !led.contains(type))
                        .filter(type -> !Throwable.class.isAssignableFrom(type))
                        .map(Class::getSimpleName))
                .isEmpty();
    }

    /**
     * Each is a promise to those who build on it, so that a new one stands in place of another or has a reason. Four came with the audit of
     * studies: the rows of its two tables, and what is found; three with announcements: their two
     * tables and what is weighed; two with quotas that are not published: a signal, and the outlook; thirteen with values: the
     * rows of its four tables and what holds them, decks, when a line arrives, cash flows and what companies are worth; seven with
     * earnings at one spot: how a year is made, at which prices and by which way, what brokers expect, and the terms of sale;
     * two with what projects need: their prices, and the stack of tonnes by them; one with what relief of a limit is worth; six
     * with who benefits: gains of all companies and of one, their ranks, both against the base case, the facts that would tell most, and
     * what a typed fact moves of them.
     */
    @Test
    void no_more_types_are_promised_than_there_were() {
        assertThat(alone()).hasSizeLessThanOrEqualTo(MOST_PROMISED);
        assertThat(BEGINNINGS).hasSizeLessThanOrEqualTo(MOST_BEGINNINGS);
    }

    private static final int MOST_PROMISED = 270;
    private static final int MOST_BEGINNINGS = 19;

    /** What users of the modules cannot name: what is internal, and the machinery of functions, which a sibling prints by. */
    private static boolean isForSiblings(String name) {
        return name.contains(".internal")
                || name.startsWith("org.lodestone.reports.sheet")
                || name.equals("org.lodestone.reports.function");
    }

    /** So that the list stays short. */
    @Test
    void no_beginning_is_led_to_from_the_others() {
        assertThat(BEGINNINGS)
                .filteredOn(one -> ledToFrom(Sets.difference(BEGINNINGS, Set.of(one))).stream()
                        .anyMatch(type -> type.getEnclosingClass() == null
                                && type.getSimpleName().equals(one)))
                .isEmpty();
        assertThat(alone().map(Class::getSimpleName)).containsAll(BEGINNINGS);
    }

    /** The open types that stand by themselves. */
    private static Stream<Class<?>> alone() {
        return open().filter(type -> type.getEnclosingClass() == null)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }

    /** The open types of some names, and all that their public signatures name, one after the other. */
    private static Set<Class<?>> ledToFrom(Set<String> names) {
        Set<Class<?>> led = new HashSet<>();
        Deque<Class<?>> next = new ArrayDeque<>(
                alone().filter(type -> names.contains(type.getSimpleName())).toList());
        while (!next.isEmpty()) {
            Class<?> type = next.pop();
            if (led.add(type)) {
                next.addAll(NAMED_BY.get(type));
            }
        }
        return led;
    }

    /** The open types that each open type names: in public signatures, and as what it extends, is in, or has in it. */
    private static final ImmutableSetMultimap<Class<?>, Class<?>> NAMED_BY = namedByEach();

    private static ImmutableSetMultimap<Class<?>, Class<?>> namedByEach() {
        Map<String, Class<?>> open = open().collect(toMap(Class::getName, type -> type));
        ImmutableSetMultimap.Builder<Class<?>, Class<?>> named = ImmutableSetMultimap.builder();
        open.values()
                .forEach(type -> named(type)
                        .flatMap(ArchitectureTest::names)
                        .map(open::get)
                        .filter(Objects::nonNull)
                        .filter(other -> !other.equals(type))
                        .forEach(other -> named.put(type, other)));
        return named.build();
    }

    /** The superclass, where only its package can name it: what it has that is public is the type's own. */
    private static Stream<Class<?>> hiddenSuperclass(Class<?> type) {
        return Stream.<Class<?>>ofNullable(type.getSuperclass())
                .filter(above -> above.getName().startsWith("org.lodestone.") && !isOpen(above));
    }

    private static Stream<Type> named(Class<?> type) {
        return Stream.<Stream<? extends Type>>of(
                        Stream.of(type.getGenericInterfaces()),
                        Stream.ofNullable(type.getGenericSuperclass()),
                        hiddenSuperclass(type).flatMap(ArchitectureTest::named),
                        Stream.ofNullable(type.getEnclosingClass()),
                        Stream.of(type.getClasses()),
                        Stream.of(type.getTypeParameters()).flatMap(one -> Stream.of(one.getBounds())),
                        Stream.of(type.getFields()).map(Field::getGenericType),
                        Stream.of(type.getMethods()).map(Method::getGenericReturnType),
                        Stream.<Executable>concat(Stream.of(type.getMethods()), Stream.of(type.getConstructors()))
                                .flatMap(one -> Stream.of(one.getGenericParameterTypes())))
                .flatMap(types -> types);
    }

    @Test
    void packages_form_no_circle() {
        slices().matching("org.lodestone.reports.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        slices().matching("org.lodestone.core.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** All other wrong use is an IllegalArgumentException. */
    @Test
    void three_exceptions_are_the_librarys_own() {
        assertThat(open().filter(Throwable.class::isAssignableFrom).map(Class::getSimpleName))
                .containsExactlyInAnyOrder("UnknownIdException", "UnitException", "DataException");
    }

    // ---------------------------------------------------------------- what others see

    /** A shell would print its address. Nobody looks at a builder, or at what a function is handed to say a table with. */
    @Test
    void whatever_a_user_is_given_says_what_it_is_when_printed() {
        assertThat(given().filter(type -> !type.isInterface() && !Throwable.class.isAssignableFrom(type))
                        .filter(type -> Stream.of(type.getMethods())
                                .anyMatch(method -> !Modifier.isStatic(method.getModifiers())
                                        && method.getDeclaringClass() != Object.class))
                        .filter(type -> declaresNoText(type))
                        .map(Class::getName))
                .isEmpty();
    }

    /** The open types that a call of another type, a factory, a constructor or a field gives, other than builders. */
    private static Stream<Class<?>> given() {
        Set<String> results = open().flatMap(type -> Stream.concat(
                        Stream.of(type.getMethods())
                                .filter(method ->
                                        Modifier.isStatic(method.getModifiers()) || method.getReturnType() != type)
                                .map(Method::getGenericReturnType),
                        Stream.of(type.getFields()).map(Field::getGenericType)))
                .flatMap(ArchitectureTest::names)
                .collect(toSet());
        return open().filter(type -> results.contains(type.getName()) || type.getConstructors().length > 0)
                .filter(type -> !type.getSimpleName().endsWith("Builder"));
    }

    private static Stream<String> names(Type type) {
        return Stream.of(type.getTypeName().split("[<>, \\[\\]&?]+"));
    }

    private static boolean declaresNoText(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getName().equals("toString") && method.getParameterCount() == 0)
                .anyMatch(method -> method.getDeclaringClass() == Object.class);
    }

    /** So that another version of Jackson, or none, is nobody's concern but the library's. */
    @Test
    void what_others_call_names_neither_jackson_nor_what_is_internal() {
        assertThat(signatures()
                        .filter(one -> namedIn(one)
                                .anyMatch(name -> name.startsWith("com.fasterxml.")
                                        || name.contains(".internal.")
                                        || name.startsWith("org.lodestone.reports.sheet.")))
                        .map(Executable::toGenericString))
                .isEmpty();
        assertThat(open().flatMap(type -> Stream.of(type.getFields()))
                        .filter(field -> field.getGenericType().getTypeName().contains("com.fasterxml."))
                        .map(Field::toGenericString))
                .isEmpty();
    }

    /** The constructor of a record takes what the record holds. */
    @Test
    void inputs_are_plain_collections_and_results_are_immutable() {
        assertThat(signatures()
                        .filter(one -> !(one instanceof Constructor<?>
                                && one.getDeclaringClass().isRecord()))
                        .filter(one -> Stream.of(one.getParameterTypes()).anyMatch(ArchitectureTest::isImmutable))
                        .map(Executable::toGenericString))
                .isEmpty();
        assertThat(signatures()
                        .filter(one -> one instanceof Method method && PLAIN.contains(method.getReturnType()))
                        .map(Executable::toGenericString))
                .isEmpty();
    }

    private static final ImmutableSet<Class<?>> PLAIN =
            ImmutableSet.of(Collection.class, List.class, Set.class, Map.class);

    private static boolean isImmutable(Class<?> type) {
        return type.getName().matches("com\\.google\\.common\\.(collect|graph|primitives)\\.Immutable.*");
    }

    /** The types that code of others can name. */
    private static Stream<Class<?>> open() {
        return CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith("org.lodestone.examples"))
                .filter(type -> !isForSiblings(type.getPackageName()))
                .map(JavaClass::reflect)
                .filter(ArchitectureTest::isOpen);
    }

    private static boolean isOpen(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isOpen(type.getEnclosingClass()));
    }

    private static Stream<Executable> signatures() {
        return open().flatMap(type -> Stream.<Executable>concat(
                        Stream.of(type.getMethods(), type.getDeclaredMethods()).flatMap(Stream::of),
                        Stream.of(type.getDeclaredConstructors())))
                .filter(one -> !one.isSynthetic())
                .filter(one -> one.getDeclaringClass().getName().startsWith("org.lodestone."))
                .distinct()
                .filter(one -> Modifier.isPublic(one.getModifiers()) || Modifier.isProtected(one.getModifiers()));
    }

    private static Stream<String> namedIn(Executable one) {
        Stream<Type> results = one instanceof Method method ? Stream.of(method.getGenericReturnType()) : Stream.empty();
        return Stream.of(Stream.of(one.getGenericParameterTypes()), Stream.of(one.getGenericExceptionTypes()), results)
                .flatMap(types -> types)
                .flatMap(ArchitectureTest::names);
    }

    @Test
    void the_library_asks_for_no_clock() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    /** What one of them sets would hold for all of a host's program. */
    @Test
    void the_library_sets_nothing_for_the_whole_program_and_prints_nothing() {
        noClasses()
                .should()
                .callMethodWhere(target(name("setProperty")).and(targetOwner(assignableTo(System.class))))
                .orShould()
                .callMethodWhere(target(name("setDefault")).and(targetOwner(resideInAPackage("java.."))))
                .orShould()
                .callMethodWhere(target(name("setUseCache")))
                .orShould()
                .callMethodWhere(target(nameStartingWith("set"))
                        .and(targetOwner(resideInAPackage("org.apache.poi.openxml4j.util"))))
                .orShould()
                .callMethodWhere(target(nameStartingWith("set")).and(targetOwner(assignableTo(IOUtils.class))))
                .check(CLASSES);
        noClasses()
                .that()
                .doNotHaveSimpleName("WorkerThread")
                .should()
                .callMethodWhere(targetOwner(assignableTo(LocaleUtil.class)))
                .check(CLASSES);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
