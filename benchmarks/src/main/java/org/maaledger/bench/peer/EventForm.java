package org.maaledger.bench.peer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.log.EventSerializer;

/** Events in the form that the log gives their payload, for event stores that ask for Axon's serializer; metadata as JSON of strings. */
final class EventForm implements Serializer {

    private final EventSerializer events = new EventSerializer();
    private final JacksonSerializer other = JacksonSerializer.builder()
            .objectMapper(JsonMapper.builder().build())
            .build();

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> representation) {
        if (!(object instanceof LedgerEvent event)) {
            return other.serialize(object, representation);
        }
        SerializedObject<byte[]> written =
                new SimpleSerializedObject<>(events.write(event), byte[].class, typeForClass(event.getClass()));
        return getConverter().convert(written, representation);
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> representation) {
        return getConverter().canConvert(byte[].class, representation);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface wants it
    public <S, T> T deserialize(SerializedObject<S> written) {
        String name = written.getType().getName();
        if (EventCatalogue.named(name).isEmpty()) {
            return other.deserialize(written);
        }
        byte[] json = getConverter().convert(written, byte[].class).getData();
        return (T) events.read(name, Integer.parseInt(written.getType().getRevision()), json);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface wants it
    public Class classForType(SerializedType type) {
        return EventCatalogue.named(type.getName())
                .<Class>map(EventCatalogue.Entry::type)
                .orElseGet(() -> other.classForType(type));
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the interface wants it
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null || !LedgerEvent.class.isAssignableFrom(type)) {
            return other.typeForClass(type);
        }
        EventCatalogue.Entry entry = EventCatalogue.of(type);
        return new SimpleSerializedType(entry.name(), Integer.toString(entry.revision()));
    }

    @Override
    public Converter getConverter() {
        return other.getConverter();
    }
}
