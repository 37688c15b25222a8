package org.lodestone.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;

/** Everything that takes a dataset refuses a null by the name of its parameter. Sections are asked by packs, not by users. */
class NullTest {

    private static final Dataset DATASET = Dataset.builder("empty").build();

    /** Something to stand before the null. */
    private static final Map<Class<?>, Object> SOMETHING = ImmutableMap.<Class<?>, Object>builder()
            .put(Dataset.class, DATASET)
            .put(String.class, "x")
            .put(Period.class, Period.NONE)
            .put(List.class, List.of())
            .put(Map.class, Map.of())
            .put(ImmutableSet.class, ImmutableSet.of())
            .put(Model.class, Model.builder().build())
            .buildOrThrow();

    @TestFactory
    Stream<DynamicTest> a_null_is_refused_by_name() throws IOException {
        return ClassPath.from(NullTest.class.getClassLoader())
                .getTopLevelClassesRecursive("org.lodestone.reports")
                .stream()
                .map(ClassPath.ClassInfo::load)
                .filter(type -> Modifier.isPublic(type.getModifiers())
                        && !type.getPackageName().contains(".internal.")
                        && !type.getPackageName().startsWith("org.lodestone.reports.sheet."))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() > 0
                        && method.getParameterTypes()[0] == Dataset.class)
                .flatMap(method -> IntStream.range(0, method.getParameterCount())
                        .filter(at -> isReachable(method, at))
                        .mapToObj(at -> DynamicTest.dynamicTest(
                                method.getDeclaringClass().getSimpleName() + "." + method.getName() + ", "
                                        + name(method, at),
                                () -> refuses(method, at))));
    }

    private static boolean isReachable(Method method, int at) {
        Class<?>[] types = method.getParameterTypes();
        return !types[at].isPrimitive() && Arrays.stream(types).limit(at).allMatch(SOMETHING::containsKey);
    }

    private static void refuses(Method method, int at) {
        @Nullable Object[] values = new Object[method.getParameterCount()];
        for (int i = 0; i < values.length; i++) {
            Class<?> type = method.getParameterTypes()[i];
            values[i] = i < at ? SOMETHING.get(type) : primitive(type);
        }
        assertThat(catchThrowable(() -> method.invoke(null, values)))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name(method, at));
    }

    private static @Nullable Object primitive(Class<?> type) {
        return type == int.class ? (Object) 1 : type == long.class ? (Object) 1L : null;
    }

    private static String name(Method method, int at) {
        return method.getParameters()[at].getName();
    }
}
