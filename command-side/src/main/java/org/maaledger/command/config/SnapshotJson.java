package org.maaledger.command.config;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.function.Function;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetId;

/** Writes states of aggregates as JSON, for snapshots: they name types of this program and are good for this revision of it only. */
public final class SnapshotJson {

    private SnapshotJson() {}

    /** A serializer for the log's snapshots. */
    public static Serializer serializer() {
        return JacksonSerializer.builder().objectMapper(mapper()).build();
    }

    private static ObjectMapper mapper() {
        SimpleModule keys = new SimpleModule("keys of states");
        keys.addKeyDeserializer(AreaCode.class, key(AreaCode::new));
        keys.addKeyDeserializer(BodyId.class, key(BodyId::new));
        keys.addKeyDeserializer(TargetId.class, key(TargetId::of));
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(keys)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .build();
        mapper.setDefaultTyping(
                new OfSealedTypes().init(JsonTypeInfo.Id.CLASS, null).inclusion(JsonTypeInfo.As.PROPERTY));
        return mapper;
    }

    private static KeyDeserializer key(Function<String, Object> of) {
        return new KeyDeserializer() {
            @Override
            public Object deserializeKey(String key, DeserializationContext context) {
                return of.apply(key);
            }
        };
    }

    /** States are sealed families: which of the family it is must be told, and nothing else. */
    private static final class OfSealedTypes extends ObjectMapper.DefaultTypeResolverBuilder {

        OfSealedTypes() {
            super(
                    ObjectMapper.DefaultTyping.NON_FINAL,
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType("org.maaledger.")
                            .build());
        }

        @Override
        public boolean useForType(JavaType type) {
            return type.getRawClass().isSealed();
        }
    }
}
