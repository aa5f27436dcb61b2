global using IoTDB.Orm.Querying;
