# The production program as an image. `./maal image` packages the program and builds this; docs/containers.md explains the choices.

FROM eclipse-temurin:25-jre AS unpacked
# Older engines keep this stage as an image without a name: so it can be found, and removed.
LABEL org.maaledger.stage=unpacked
ARG JAR=app/target/app-*-exec.jar
WORKDIR /unpacked
COPY ${JAR} app.jar
COPY containers/maal containers/healthy bin/
# Libraries change seldom and the program often, so each is a layer of its own. The embedded PostgreSQL stays out: here the database
# is another container.
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers \
    && rm layers/dependencies/lib/embedded-postgres-binaries-*.jar \
    && chmod 0755 bin/*

FROM eclipse-temurin:25-jre
# A number, so that whoever runs the image can tell without looking into it that it is not root.
ARG USER_ID=10001
RUN install -d -o ${USER_ID} -g ${USER_ID} -m 0700 /var/lib/maal
COPY --from=unpacked /unpacked/layers/dependencies/ /opt/maal/
COPY --from=unpacked /unpacked/layers/snapshot-dependencies/ /opt/maal/
COPY --from=unpacked /unpacked/layers/application/ /opt/maal/
COPY --from=unpacked /unpacked/bin/ /usr/local/bin/
ENV MAAL_DATA=/var/lib/maal MAAL_BIND=0.0.0.0 MAAL_PORT=8080
USER ${USER_ID}:${USER_ID}
WORKDIR /var/lib/maal
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=10s --start-period=120s --retries=6 CMD ["healthy"]
ENTRYPOINT ["maal"]
CMD ["run"]
