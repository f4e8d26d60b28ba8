package pix.functions.enrolment;

import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** What lies between a run and a real store: every call of an import goes through {@link #call}. */
abstract class Line implements DynamoDbClient {
    private final DynamoDbClient store;

    Line(DynamoDbClient store) {
        this.store = store;
    }

    abstract <T> T call(Supplier<T> call);

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return call(() -> store.getItem(request));
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return call(() -> store.putItem(request));
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return call(() -> store.updateItem(request));
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return call(() -> store.query(request));
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return call(() -> store.batchWriteItem(request));
    }

    @Override
    public String serviceName() {
        return store.serviceName();
    }

    @Override
    public void close() {}
}
