package org.maaledger.command.http;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.AtLeastOne;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.FromAddress;
import org.maaledger.command.decision.IdOfNew;
import org.maaledger.command.decision.OrItsParts;
import org.maaledger.command.http.RecordReader.Origin;
import org.maaledger.kernel.Shape;

/** Works out, once for each type, how it is read. Only what commands hold is known: anything else fails when the program starts. */
final class Shapes {

    private final Supplier<byte[]> salts;

    private final ClassValue<ValueReader> readers = new ClassValue<>() {
        @Override
        protected ValueReader computeValue(Class<?> type) {
            return readerOf(type);
        }
    };

    Shapes(Supplier<byte[]> salts) {
        this.salts = salts;
    }

    RecordReader ofRecord(Class<?> type) {
        if (readers.get(type) instanceof RecordReader reader) {
            return reader;
        }
        throw new IllegalArgumentException(type + " is no record of several components");
    }

    private ValueReader of(Type type, int fewest) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ValueReader.Listed(of(list.getActualTypeArguments()[0], 0), fewest);
        }
        if (type instanceof Class<?> plain) {
            return readers.get(plain);
        }
        throw new IllegalArgumentException(type + " cannot be read from a request");
    }

    private ValueReader readerOf(Class<?> type) {
        if (type == String.class) {
            return text(type, Shapes::printable);
        } else if (type == LocalDate.class) {
            return text(type, ValueReader::date);
        } else if (type == FreeText.class) {
            return text(type, text -> new FreeText(text, salts.get()));
        } else if (type == UUID.class) {
            return text(type, Shapes::uuid);
        } else if (type == int.class || type == Integer.class) {
            return ValueReader.WholeNumber.INSTANCE;
        } else if (type == boolean.class) {
            return ValueReader.Truth.INSTANCE;
        } else if (type.isSealed() && type.isInterface()) {
            return new OneOfReader(Arrays.stream(type.getPermittedSubclasses())
                    .map(this::ofRecord)
                    .toList());
        }
        ValueReader fromText = fromText(type);
        if (fromText != null) {
            return fromText;
        }
        if (type.isRecord()) {
            return recordReader(type);
        }
        throw new IllegalArgumentException(type + " cannot be read from a request");
    }

    /** A value that JSON writes as a string: by its creator from a string, or as a record around one string or UUID. */
    private @Nullable ValueReader fromText(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(JsonCreator.class)
                    && Modifier.isStatic(method.getModifiers())
                    && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})) {
                return text(type, text -> called(() -> method.invoke(null, text)));
            }
        }
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        if (components.length == 1) {
            Constructor<?> constructor = canonical(type);
            if (components[0].getType() == String.class && constructor.isAnnotationPresent(JsonCreator.class)) {
                return text(type, text -> called(() -> constructor.newInstance(text)));
            } else if (components[0].getType() == UUID.class) {
                return text(type, text -> called(() -> constructor.newInstance(uuid(text))));
            }
        }
        return null;
    }

    private RecordReader recordReader(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<RecordReader.Part> parts = new ArrayList<>(components.length);
        for (RecordComponent component : components) {
            boolean inParts = component.isAnnotationPresent(OrItsParts.class);
            parts.add(new RecordReader.Part(
                    parts.size(),
                    component.getName(),
                    of(component.getGenericType(), component.isAnnotationPresent(AtLeastOne.class) ? 1 : 0),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    origin(component),
                    inParts ? recordReader(component.getType()) : null));
        }
        try {
            MethodHandle constructor = MethodHandles.lookup()
                    .unreflectConstructor(canonical(type))
                    .asSpreader(Object[].class, components.length);
            return new RecordReader(parts, constructor.asType(constructor.type().changeReturnType(Object.class)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(type + " has a constructor that cannot be reached", e);
        }
    }

    private static Origin origin(RecordComponent component) {
        if (component.isAnnotationPresent(FromAddress.class)) {
            return Origin.ADDRESS;
        }
        return component.isAnnotationPresent(IdOfNew.class) ? Origin.BODY_OR_LEDGER : Origin.BODY;
    }

    private static Constructor<?> canonical(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
    }

    private static ValueReader text(Class<?> type, Function<String, Object> convert) {
        return new ValueReader.Text(convert, TextForms.schema(type));
    }

    /** A line that people can read: what is stored for ever holds no character that a database or a page cannot show. */
    private static String printable(String text) {
        Shape.refuseUnprintable("it", text);
        return text;
    }

    private static UUID uuid(String text) {
        return Shape.uuid(text);
    }

    private interface Reflective {
        Object call() throws ReflectiveOperationException;
    }

    private static Object called(Reflective call) {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a value's constructor throws no checked exception", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a value's constructor cannot be reached", e);
        }
    }
}
